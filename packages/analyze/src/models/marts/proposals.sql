-- One row per cell of a set of changes that would restore every failing edit.
select stg_proposals.* exclude (path, part)
from stg_proposals
join stg_kept_reports using (path, part)
