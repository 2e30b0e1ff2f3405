-- One row per report and line of the cleaned, redacted document.
select * exclude (path, part, is_kept)
from stg_lines
where is_kept
