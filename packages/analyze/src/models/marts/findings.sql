-- One row per report and check.
select stg_findings.* exclude (path, part)
from stg_findings
join stg_kept_reports using (path, part)
