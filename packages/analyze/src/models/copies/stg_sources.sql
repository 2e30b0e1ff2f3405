-- One row per host of the reviewed list; without a name it is the site of every body of the division.
select
    host,
    region_code,
    nullif(agency_name, '') as agency_name,
from raw_sources
