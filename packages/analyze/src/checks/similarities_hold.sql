-- No more sentences are found elsewhere than a report has, the report named is of that kind, and no share has few sentences.
with

judged as (
    select
        similarities.report_id || ' ' || kind as id,
        coalesce(matched_count <= sentence_count, true)
        and coalesce(shared_count between 1 and matched_count, coalesce(matched_count, 0) = 0)
        and (matching_report_id is null) = (coalesce(matched_count, 0) = 0)
        and (share is null or (sentence_count >= small_n() and share between 0 and 1))
        and case
            when matching_report_id is null then true
            when kind = 'last_year' then matched.agency_id = reports.agency_id and matched.year = reports.year - 1
            else matched.agency_id <> reports.agency_id and matched.year = reports.year
        end as holds,
    from similarities
    join reports using (report_id)
    left join reports as matched on matched.report_id = matching_report_id
)

select
    count(*) as examined,
    count(*) filter (holds is not true) as failed,
    (list(id order by id) filter (holds is not true))[:5] as sample,
from judged
