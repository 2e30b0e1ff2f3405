-- One row per input file. A file none of whose reports is kept has been replaced by a better copy.
with

counts as (
    select
        stg_reports.path,
        first(stg_reports.report_id order by stg_reports.part) as report_id,
        sum(stg_reports.repair_count) as repair_count,
        sum(stg_reports.redaction_count) as redaction_count,
        sum(stg_reports.issue_count) as issue_count,
        count(stg_kept_reports.report_id) = 0 as is_superseded,
    from stg_reports
    left join stg_kept_reports using (path, part)
    group by stg_reports.path
)

select
    stg_documents.path,
    stg_documents.document_id,
    stg_documents.media_type,
    stg_documents.bytes,
    stg_documents.source_url,
    stg_documents.retrieved_at,
    if(counts.is_superseded, 'superseded', stg_documents.status) as status,
    if(counts.is_superseded, 'replaced', stg_documents.reason) as reason,
    stg_documents.detail,
    counts.report_id,
    stg_documents.duplicate_of,
    stg_documents.reader,
    coalesce(counts.repair_count, 0) as repair_count,
    coalesce(counts.redaction_count, 0) as redaction_count,
    coalesce(counts.issue_count, 0) as issue_count,
from stg_documents
left join counts using (path)
