-- A division code that the list of divisions lacks would lead nowhere.
with

used as (
    select report_id as id, region_code from reports
    union all
    select report_id as id, unnest(region_candidates) as region_code from reports
),

judged as (
    select
        used.id || ' ' || coalesce(used.region_code, '') as id,
        used.region_code is null or regions.region_code is not null as holds,
    from used
    left join regions using (region_code)
)

select
    count(*) as examined,
    count(*) filter (not holds) as failed,
    (list(id order by id) filter (not holds))[:5] as sample,
from judged
