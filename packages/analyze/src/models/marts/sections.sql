-- One row per report and section.
select stg_sections.* exclude (path, part), length(stg_sections.text) as characters
from stg_sections
join stg_kept_reports using (path, part)
