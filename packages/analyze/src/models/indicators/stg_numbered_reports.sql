-- One row per report, with a number that stands for its id where sentences are compared.
select
    report_id,
    agency_id,
    year,
    row_number() over (order by report_id) as report_no,
from reports
