-- One row per report, applicant and group of results: its requests, or why they were not counted.
with

counted as (
    select
        report_id,
        column_id,
        group_id,
        bool_or(is_blank) as has_blank,
        to_count(sum(number)) as number_sum,
        bool_or(reason = 'cell_missing') as is_missing,
        bool_or(reason = 'cell_words') as is_words,
        bool_or(reason = 'cell_blank') as is_blank,
        bool_or(reason = 'not_a_count') as is_no_count,
    from stg_numbers
    join outcome_rows using (row_id)
    where form_id = 'requests'
    group by all
),

grouped as (
    select
        * exclude (is_missing, is_words, is_blank, is_no_count),
        case
            when is_missing then 'cell_missing'
            when is_words then 'cell_words'
            when is_blank then 'cell_blank'
            when is_no_count or number_sum is null then 'not_a_count'
        end as reason,
        if(reason is null, number_sum, null) as request_count,
    from counted
),

totals as (
    select
        report_id,
        column_id,
        number as printed_total,
    from stg_numbers
    where form_id = 'requests' and row_id = 'results_total' and state = 'value'
),

summed as (
    select
        report_id,
        column_id,
        group_id,
        has_blank,
        reason,
        request_count,
        -- a group that the table lacks altogether leaves the sum open
        if(
            count(request_count) over report = (select count(*) from outcome_groups),
            to_count(sum(request_count) over report),
            null
        ) as results_sum,
    from grouped
    window report as (partition by report_id, column_id)
)

select
    *,
    results_sum - printed_total as total_difference,
from summed
left join totals using (report_id, column_id)
