-- One row per division. Reports are counted where they are issued, not again in the divisions above.
with

counts as (
    select
        region_code,
        count(*) as report_count,
    from reports
    group by all
)

select
    stg_divisions.*,
    coalesce(counts.report_count, 0) as report_count,
from stg_divisions
left join counts using (region_code)
