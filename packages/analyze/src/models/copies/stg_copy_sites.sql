-- One row per report read: where its bytes were found, the best place first. The same bytes may lie in several files.
with

addresses as (
    select path, source_url from stg_documents where source_url is not null
    union all
    select duplicate_of as path, source_url from stg_documents where source_url is not null and duplicate_of is not null
),

hosts as (
    select distinct
        path,
        -- as browsers read an address: what stands before an @ is a name, and \ is a /
        rtrim(regexp_extract(lower(source_url), '^https?://(?:[^/?#\\]*@)?([^/:?#\\@]+)', 1), '.') as host,
    from addresses
),

bodies as (
    select
        path,
        part,
        region_code,
        if(level = 'national', '000000', region_code) as place_code,
        [agency_name, official_name] as names,
    from stg_reports
),

judged as (
    select
        bodies.path,
        part,
        case
            when exists (
                select 1 from stg_sources
                where
                    (hosts.host = stg_sources.host or ends_with(hosts.host, '.' || stg_sources.host))
                    and stg_sources.region_code = bodies.place_code
                    and (stg_sources.agency_name is null or list_contains(bodies.names, stg_sources.agency_name))
            ) then 0
            when not ends_with(hosts.host, '.gov.cn') then 2
            when exists (
                select 1 from own_hosts
                where
                    own_hosts.region_code = bodies.region_code
                    and list_contains(string_split(hosts.host, '.')[:-3], own_hosts.label)
            ) then 0
            else 1
        end as site_rank,
    from bodies
    join hosts using (path)
)

select
    stg_reports.path,
    stg_reports.part,
    coalesce(min(site_rank), 2) as site_rank,
    case min(site_rank) when 0 then 'own' when 1 then 'government' when 2 then 'other' else 'none' end as site,
from stg_reports
left join judged using (path, part)
group by all
