-- One row per report and group of results, column 总计. The share is of the six groups, never of a printed total.
with

matched as (
    select
        reports.report_id,
        outcome_groups.group_id,
        stg_outcomes.* exclude (report_id, group_id, column_id, reason),
        if(stg_outcomes.report_id is null, 'table_missing', stg_outcomes.reason) as reason,
    from reports
    cross join outcome_groups
    left join stg_outcomes
        on stg_outcomes.report_id = reports.report_id
        and stg_outcomes.group_id = outcome_groups.group_id
        and stg_outcomes.column_id = 'total'
),

judged as (
    select
        *,
        bool_or(reason = 'table_missing') over report as is_table_missing,
        bool_or(reason is not null and reason <> 'not_a_count') over report as is_cell_absent,
        case
            when results_sum is not null and results_sum < small_n() then 'small_n'
            when total_difference <> 0 then 'total_differs'
            when results_sum is not null then 'given'
            when is_table_missing then 'not_in_form'
            when is_cell_absent then 'cells_absent'
            else 'not_a_count'
        end as share_status,
    from matched
    window report as (partition by report_id)
)

select
    * exclude (has_blank, is_table_missing, is_cell_absent),
    case when reason is not null then 'not_counted' when has_blank then 'counted_with_blanks' else 'counted' end as state,
    if(share_status in ('given', 'total_differs'), request_count / results_sum, null) as share,
from judged
