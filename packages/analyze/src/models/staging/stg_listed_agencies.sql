-- One row per name under which the reviewed list has an agency; an open end of its time is null, and so is the whole country.
select
    agency_id,
    nullif(region_code, '000000') as region_code,
    agency_name,
    cast(nullif(valid_from, '') as date) as valid_from,
    cast(nullif(valid_to, '') as date) as valid_to,
from raw_agencies
