-- One row per report id: the copy that is published. The others are superseded.
select
    path,
    part,
    report_id,
from stg_copies
where rank = 1
