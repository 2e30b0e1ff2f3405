-- One row per report read, the one that is published first; the order by is the order in which copies are judged.
with

judged as (
    select
        stg_reports.path,
        stg_reports.part,
        stg_reports.report_id,
        stg_documents.document_id,
        stg_documents.source_url,
        raw_copies.sha256 is not null as is_reviewed,
        site,
        site_rank,
        stg_corrections.path is not null as is_correction,
        coalesce(published_on, signed_on) as made_on,
        cells_read,
    from stg_reports
    join stg_documents using (path)
    join stg_copy_sites using (path, part)
    left join stg_corrections using (path, part)
    left join raw_copies
        on raw_copies.report_id = stg_reports.report_id and raw_copies.sha256 = stg_documents.document_id
),

ranked as (
    select
        *,
        -- the digest and never the path: a file may be called anything
        row_number() over (
            partition by report_id
            order by
                is_reviewed desc,
                site_rank,
                is_correction desc,
                made_on desc nulls last,
                cells_read desc,
                document_id,
                part
        ) as rank,
        count(*) over (partition by report_id) as copy_count,
    from judged
)

select
    ranked.*,
    published.path as published_path,
    published.part as published_part,
    published.document_id as published_id,
    case
        when ranked.rank = 1 then null
        when ranked.is_reviewed <> published.is_reviewed then 'review'
        when ranked.site_rank <> published.site_rank then 'site'
        when ranked.is_correction <> published.is_correction then 'correction'
        when ranked.made_on is distinct from published.made_on then 'date'
        when ranked.cells_read <> published.cells_read then 'completeness'
        else 'digest'
    end as decided_by,
from ranked
join ranked as published on published.report_id = ranked.report_id and published.rank = 1
