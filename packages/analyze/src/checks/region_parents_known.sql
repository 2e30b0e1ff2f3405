-- Every division but a province has its parent in the list.
with

judged as (
    select
        regions.region_code,
        parents.region_code is not null or (regions.parent_code is null and regions.level = 'province') as holds,
    from regions
    left join regions as parents on parents.region_code = regions.parent_code
)

select
    count(*) as examined,
    count(*) filter (not holds) as failed,
    (list(region_code order by region_code) filter (not holds))[:5] as sample,
from judged
