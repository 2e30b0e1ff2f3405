-- Every report has every indicator, a value stands exactly where one is given, and no share or rate has a small denominator.
with

judged as (
    select
        reports.report_id || ' ' || indicator_units.indicator_id as id,
        (value is not null) = (status in ('given', 'total_differs'))
        and (status <> 'small_n' or denominator < least_denominator)
        and (value is null or least_denominator is null or denominator >= least_denominator)
        and (least_denominator is null) = (unit in ('items', 'days', 'flag'))
        and (value is null or numerator is not null) as holds,
    from reports
    cross join indicator_units
    left join indicators using (report_id, indicator_id)
)

select
    count(*) as examined,
    count(*) filter (holds is not true) as failed,
    (list(id order by id) filter (holds is not true))[:5] as sample,
from judged
