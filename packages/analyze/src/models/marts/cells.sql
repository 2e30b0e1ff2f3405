-- One row per report and cell key.
select stg_cells.* exclude (path, part)
from stg_cells
join stg_kept_reports using (path, part)
