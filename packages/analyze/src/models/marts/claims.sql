-- One row per number of the narrative.
select stg_claims.* exclude (path, part)
from stg_claims
join stg_kept_reports using (path, part)
