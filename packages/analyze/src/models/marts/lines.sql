-- One row per report and line of the cleaned, redacted document.
select stg_lines.* exclude (path, part)
from stg_lines
join stg_kept_reports using (path, part)
