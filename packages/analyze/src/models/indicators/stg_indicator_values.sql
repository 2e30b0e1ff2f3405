-- One row per report and indicator: the two sums that its terms make, and whether the figure is given.
-- Nothing here knows an indicator: the terms are declared in packages/schema/src/indicators.ts.
with

terms as (
    select
        reports.report_id,
        indicator_terms.indicator_id,
        indicator_terms.side,
        indicator_terms.sign * quantities.number as number,
        quantities.differs,
        case
            when quantities.report_id is not null then coalesce(quantities.status, if(number is null, 'cells_absent', null))
            when indicator_terms.which = 'before' and earlier_id is null then 'no_earlier_report'
            else 'not_in_form'
        end as status,
    from reports
    cross join indicator_terms
    left join stg_earlier_reports on later_id = reports.report_id
    left join stg_all_quantities as quantities
        on quantities.report_id = reports.report_id
        and quantities.which = indicator_terms.which
        and quantities.key = indicator_terms.key
),

sums as (
    select
        report_id,
        indicator_id,
        sum(number) filter (side = 'numerator') as numerator_sum,
        sum(number) filter (side = 'denominator') as denominator_sum,
        count(*) filter (side = 'numerator' and status is not null) as numerators_absent,
        count(*) filter (side = 'denominator' and status is not null) as denominators_absent,
        -- of several reasons the first of the declared list
        min(position) as position,
        bool_or(differs) as differs,
    from terms
    left join figure_statuses using (status)
    group by all
),

judged as (
    select
        sums.report_id,
        sums.indicator_id,
        unit,
        if(numerators_absent = 0, numerator_sum, null) as numerator,
        if(denominators_absent = 0, denominator_sum, null) as denominator,
        case
            when sums.position is not null then figure_statuses.status
            when denominator < least_denominator then 'small_n'
            when differs then 'total_differs'
            else 'given'
        end as status,
    from sums
    join indicator_units using (indicator_id)
    left join figure_statuses on figure_statuses.position = sums.position
)

select
    report_id,
    indicator_id,
    numerator,
    denominator,
    status,
    case
        when status not in ('given', 'total_differs') then null
        when unit = 'flag' then if(numerator = 0, 1, 0)
        when unit = 'per_100' then 100 * numerator / denominator
        when denominator is not null then numerator / denominator
        else numerator
    end as value,
from judged
