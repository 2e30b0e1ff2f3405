-- One row per report and different sentence of its narrative, with a number in place of the report's id.
with

numbered as (
    select
        report_id,
        agency_id,
        year,
        row_number() over (order by report_id) as report_no,
    from reports
)

select
    report_no,
    agency_id,
    year,
    sentence_hash,
from stg_sentences
join numbered using (report_id)
