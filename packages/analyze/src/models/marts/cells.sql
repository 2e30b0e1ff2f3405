-- One row per report and cell key.
select * exclude (path, part, is_kept)
from stg_cells
where is_kept
