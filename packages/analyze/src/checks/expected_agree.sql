-- What is found has the report named, of that agency and year; what is not found has none.
with

registered as (
    select
        expected.agency_id || ' ' || expected.year as id,
        (expected.status = 'found') = (reports.report_id is not null)
        and expected.report_id is not distinct from reports.report_id
        and (expected.days_late is null or expected.days_late = reports.days_late) as holds,
    from expected
    left join reports using (agency_id, year)
),

-- every report of a year is looked at: it is expected where its agency has a neighbouring year or is listed, else not
followed as (
    select
        a.report_id as id,
        (count(b.report_id) > 0) <= (count(expected.report_id) > 0)
        and (count(expected.report_id) > 0) <= (count(b.report_id) > 0 or a.agency_id in (select agency_id from stg_listed_agencies)) as holds,
    from reports as a
    left join reports as b on b.agency_id = a.agency_id and abs(b.year - a.year) = 1
    left join expected on expected.report_id = a.report_id
    where a.year is not null
    group by a.report_id, a.agency_id
),

judged as (
    select * from registered
    union all
    select * from followed
)

select
    count(*) as examined,
    count(*) filter (holds is not true) as failed,
    (list(id order by id) filter (holds is not true))[:5] as sample,
from judged
