-- One row per report and number of its own, or of the year before, that a term of an indicator names: what it is, or why
-- there is none.
with

cell_numbers as (
    select
        report_id,
        key,
        number,
        case when reason = 'not_a_count' then 'not_a_count' when reason is not null then 'cells_absent' end as status,
    from stg_numbers
    where key in (select key from indicator_terms)
),

results as (
    select report_id, column_id, group_id, request_count, results_sum, reason, total_difference <> 0 as differs from stg_outcomes
),

measures as (
    select
        report_id,
        unnest([
            {key: 'days_late', number: days_late, status: if(days_late is null, 'no_deadline', null)},
            {key: 'cells_read', number: cells_read, status: null},
            {key: 'cells_expected', number: cells_expected, status: null},
            {key: 'edits_failed', number: edits_failed, status: null},
            {key: 'edits_assessed', number: edits_assessed, status: null},
            {key: 'cells_nonzero', number: nonzero_count, status: if(nonzero_count is null, 'cells_absent', null)}
        ]) as item,
    from stg_report_measures
)

select report_id, 'this' as which, key, number, status, false as differs from cell_numbers
union all
select later_id as report_id, 'before' as which, key, number, status, false as differs
from stg_earlier_reports
join cell_numbers on cell_numbers.report_id = earlier_id
union all
select
    report_id,
    'this' as which,
    'outcomes.' || group_id || '.' || column_id as key,
    request_count as number,
    case when reason = 'not_a_count' then 'not_a_count' when reason is not null then 'cells_absent' end as status,
    coalesce(differs, false) as differs,
from results
union all
select report_id, 'this' as which, 'reports.' || item.key as key, item.number, item.status, false as differs from measures
