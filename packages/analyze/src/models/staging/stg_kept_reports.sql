-- One row per report id: the copy with most cells read, then the smaller path. The others are superseded.
select
    path,
    part,
    report_id,
from stg_reports
qualify row_number() over (partition by report_id order by cells_read desc, path, part) = 1
