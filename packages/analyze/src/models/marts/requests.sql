-- 表三, one row per report and row of the form, one column per applicant; null for every state but value.
with

values_only as (
    select
        report_id,
        row_id,
        column_id,
        if(state = 'value', to_count(value), null) as count,
    from cells
    where form_id = 'requests'
),

wide as (
    select
        report_id,
        row_id,
        any_value(count) filter (column_id = 'natural_person') as natural_person,
        any_value(count) filter (column_id = 'commercial_enterprise') as commercial_enterprise,
        any_value(count) filter (column_id = 'research_institution') as research_institution,
        any_value(count) filter (column_id = 'public_interest_organization') as public_interest_organization,
        any_value(count) filter (column_id = 'legal_services') as legal_services,
        any_value(count) filter (column_id = 'other_organization') as other_organization,
        any_value(count) filter (column_id = 'total') as total,
    from values_only
    group by all
)

select
    reports.agency_id,
    reports.region_code,
    reports.year,
    reports.requests_edition as edition,
    wide.*,
from wide
join reports using (report_id)
