-- One row per report and section. Its text is that of its lines.
select * exclude (path, part, is_kept, text), length(text) as characters
from stg_sections
where is_kept
