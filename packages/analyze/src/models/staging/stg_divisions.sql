-- One row per division of the reviewed list; an empty field is unknown.
select
    code as region_code,
    name,
    nullif(name_en, '') as name_en,
    level,
    nullif(parent_code, '') as parent_code,
    nullif(province, '') as province,
    nullif(prefecture, '') as prefecture,
from raw_divisions
