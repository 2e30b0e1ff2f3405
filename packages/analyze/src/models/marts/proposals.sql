-- One row per cell of a set of changes that would restore every failing edit.
select * exclude (path, part, is_kept)
from stg_proposals
where is_kept
