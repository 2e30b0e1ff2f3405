-- One row per agency and year whose report should exist: it reported in a neighbouring year, or a reviewed list has it.
-- Only years that some report of the corpus is about: whether a later one is due yet, no build can know.
with

years as (
    select distinct year from reports where year is not null
),

neighbouring as (
    select
        agency_id,
        unnest([year - 1, year + 1]) as year,
        true as is_neighbouring,
        false as is_listed,
    from reports
),

-- a body reports on a year at whose end it exists
listed as (
    select
        agency_id,
        years.year,
        false as is_neighbouring,
        true as is_listed,
    from stg_listed_agencies
    join years
        on coalesce(valid_from <= make_date(years.year, 12, 31), true)
        and coalesce(valid_to >= make_date(years.year, 12, 31), true)
),

candidates as (
    select
        agency_id,
        year,
        bool_or(is_neighbouring) as is_neighbouring,
        bool_or(is_listed) as is_listed,
    from (from neighbouring union all from listed)
    join years using (year)
    group by all
),

names as (
    select
        agency_id,
        any_value(agency_name order by coalesce(valid_to, date '9999-12-31') desc, agency_name) as listed_name,
        any_value(region_code order by region_code) as listed_region,
    from stg_listed_agencies
    group by agency_id
),

found as (
    select
        agency_id,
        year,
        min(report_id) as report_id,
        any_value(if(has_deadline(year, level, body_kind), days_late, null)) as days_late,
    from reports
    group by all
)

select
    candidates.agency_id,
    candidates.year,
    coalesce(agencies.agency_name, listed_name) as agency_name,
    coalesce(agencies.region_code, listed_region) as region_code,
    case when is_neighbouring and is_listed then 'both' when is_listed then 'reviewed_list' else 'neighbouring_year' end as basis,
    if(report_id is null, 'not_found', 'found') as status,
    report_id,
    days_late,
from candidates
left join found using (agency_id, year)
left join agencies using (agency_id)
left join names using (agency_id)
