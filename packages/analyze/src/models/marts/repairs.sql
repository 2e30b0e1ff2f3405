-- One row per report and repair.
select * exclude (path, part, is_kept)
from stg_repairs
where is_kept
