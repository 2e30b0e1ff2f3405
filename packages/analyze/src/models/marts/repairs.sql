-- One row per report and repair.
select stg_repairs.* exclude (path, part)
from stg_repairs
join stg_kept_reports using (path, part)
