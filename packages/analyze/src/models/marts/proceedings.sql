-- 表四, one row per report and row of the form, one column per outcome; null for every state but value.
with

values_only as (
    select
        report_id,
        row_id,
        column_id,
        if(state = 'value', to_count(value), null) as count,
    from cells
    where form_id = 'proceedings'
),

wide as (
    select
        report_id,
        row_id,
        any_value(count) filter (column_id = 'upheld') as upheld,
        any_value(count) filter (column_id = 'corrected') as corrected,
        any_value(count) filter (column_id = 'other') as other,
        any_value(count) filter (column_id = 'pending') as pending,
        any_value(count) filter (column_id = 'total') as total,
    from values_only
    group by all
)

select
    reports.agency_id,
    reports.region_code,
    reports.year,
    reports.proceedings_edition as edition,
    wide.*,
from wide
join reports using (report_id)
