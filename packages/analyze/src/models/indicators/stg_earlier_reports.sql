-- One row per report that has one of the same agency for the year before.
select
    later.report_id as later_id,
    earlier.report_id as earlier_id,
from reports as later
join reports as earlier on earlier.agency_id = later.agency_id and earlier.year = later.year - 1
