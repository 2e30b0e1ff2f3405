-- One row per report and different sentence of its narrative, with a number in place of the report's id.
select
    report_no,
    agency_id,
    year,
    sentence_hash,
from stg_sentences
join stg_numbered_reports using (report_id)
