-- One row per area and year that a report is about as a whole, and whether all of its parts have reported: every organ
-- listed or known, and every area below.
with

areas as (
    select
        report_id,
        region_code,
        year,
    from reports
    where scope = 'area' and region_code is not null and year is not null
    -- of several reports on one area the government's own
    qualify row_number() over (
        partition by region_code, year order by body_kind <> 'government' nulls last, report_id
    ) = 1
),

-- who should have reported on the area: a reviewed list must name some, or nobody knows that none is missing
organs as (
    select region_code, year, bool_or(basis <> 'neighbouring_year') and bool_and(status = 'found') as is_full
    from stg_expected
    group by all
),

areas_below as (
    select
        areas.report_id,
        count(*) = count(below.report_id) as is_full,
    from areas
    join stg_divisions as regions on regions.parent_code = areas.region_code
    left join areas as below on below.region_code = regions.region_code and below.year = areas.year
    group by all
)

select
    areas.*,
    coalesce(organs.is_full, false) and coalesce(areas_below.is_full, true) as is_full,
from areas
left join organs using (region_code, year)
left join areas_below using (report_id)
