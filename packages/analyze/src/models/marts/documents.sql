-- One row per input file. A file none of whose reports is published gave way to another copy; its reason says what decided.
with

copy_issue_counts as (
    select path, part, count(*) as copy_issue_count, from stg_copy_issues group by all
),

counts as (
    select
        stg_reports.path,
        first(stg_reports.report_id order by stg_reports.part) as report_id,
        sum(stg_reports.repair_count) as repair_count,
        sum(stg_reports.redaction_count) as redaction_count,
        sum(stg_reports.issue_count + coalesce(copy_issue_count, 0)) as issue_count,
        count(*) filter (rank = 1) = 0 as is_superseded,
        first(decided_by order by stg_reports.part) as decided_by,
        first(published_id order by stg_reports.part) as published_id,
    from stg_reports
    join stg_copies using (path, part)
    left join copy_issue_counts using (path, part)
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
    if(counts.is_superseded, 'replaced_' || decided_by, stg_documents.reason) as reason,
    if(counts.is_superseded, 'published: SHA-256 ' || published_id, stg_documents.detail) as detail,
    counts.report_id,
    stg_documents.duplicate_of,
    stg_documents.reader,
    coalesce(counts.repair_count, 0) as repair_count,
    coalesce(counts.redaction_count, 0) as redaction_count,
    coalesce(counts.issue_count, 0) as issue_count,
from stg_documents
left join counts using (path)
