-- 表二, one row per report and row of the form, one column per measure; null for every state but value.
with

values_only as (
    select
        report_id,
        row_id,
        column_id,
        if(state = 'value', to_count(value), null) as count,
        if(state = 'value', value, null) as amount,
    from cells
    where form_id = 'disclosure'
),

wide as (
    select
        report_id,
        row_id,
        any_value(count) filter (column_id = 'made') as made,
        any_value(count) filter (column_id = 'disclosed') as disclosed,
        any_value(count) filter (column_id = 'public_total') as public_total,
        any_value(count) filter (column_id = 'items_prior') as items_prior,
        any_value(count) filter (column_id = 'items_change') as items_change,
        any_value(count) filter (column_id = 'decisions') as decisions,
        any_value(count) filter (column_id = 'projects') as projects,
        any_value(amount) filter (column_id = 'amount' and row_id = 'procurement') as procurement_amount_yuan,
        any_value(count) filter (column_id = 'abolished') as abolished,
        any_value(count) filter (column_id = 'in_force') as in_force,
        any_value(amount) filter (column_id = 'amount' and row_id <> 'procurement') as fee_amount_wan_yuan,
    from values_only
    group by all
)

select
    reports.agency_id,
    reports.region_code,
    reports.year,
    reports.disclosure_edition as edition,
    wide.*,
from wide
join reports using (report_id)
