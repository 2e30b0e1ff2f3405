-- One row per agency; where it stands and what it is called is taken from its latest report.
with

spans as (
    select
        agency_id,
        list(distinct agency_name order by agency_name) filter (agency_name is not null) as names,
        min(year) as first_year,
        max(year) as last_year,
        count(*) as report_count,
    from reports
    group by agency_id
),

latest_names as (
    select
        agency_id,
        agency_name,
    from reports
    where agency_name is not null
    qualify row_number() over (
        partition by agency_id order by year desc nulls last, length(agency_name) desc, report_id
    ) = 1
),

latest_reports as (
    select * from reports
    qualify row_number() over (partition by agency_id order by year desc nulls last, report_id) = 1
)

select
    agency_id,
    latest_names.agency_name,
    coalesce(spans.names, []) as names,
    latest_reports.region_code,
    latest_reports.province,
    latest_reports.prefecture,
    latest_reports.county,
    latest_reports.zone,
    latest_reports.level,
    latest_reports.functions,
    spans.first_year,
    spans.last_year,
    spans.report_count,
from spans
join latest_reports using (agency_id)
left join latest_names using (agency_id)
