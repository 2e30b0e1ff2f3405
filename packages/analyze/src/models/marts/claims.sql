-- One row per number of the narrative.
select * exclude (path, part, is_kept)
from stg_claims
where is_kept
