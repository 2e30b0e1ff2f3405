-- One row per cell of a report: the number that a figure may go by, or why there is none.
-- A blank or a stroke is 0 where every sum of 表三 and 表四 holds with blanks as 0; 表二 has no sums that could say so.
with

numbers as (
    select
        cells.report_id,
        cells.form_id,
        cells.row_id,
        cells.column_id,
        cells.key,
        cells.state,
        cells.state in ('blank', 'not_applicable') as is_blank,
        case
            when cells.state = 'value' then cells.value
            when is_blank and reports.blank_means_zero and cells.form_id <> 'disclosure' then 0
        end as number,
    from cells
    join reports using (report_id)
)

select
    *,
    case
        when state = 'missing' then 'cell_missing'
        when state = 'text' then 'cell_words'
        when number is null then 'cell_blank'
        when column_id <> 'amount' and (number < 0 or to_count(number) is null) then 'not_a_count'
    end as reason,
from numbers
