-- One row per report and document, of reports with several documents; those with the same bytes as another one included.
with

differences as (
    select
        path,
        part,
        list(name order by name) filter (kind = 'cell') as cells,
        list(name order by name) filter (kind = 'date') as dates,
        list(name order by name) filter (kind = 'text') as texts,
    from stg_copy_differences
    group by all
),

compared as (
    select
        stg_copies.*,
        rank = 1 as is_published,
        coalesce(cells, []) as differing_cells,
        coalesce(dates, []) as differing_dates,
        coalesce(texts, []) as differing_texts,
    from stg_copies
    left join differences using (path, part)
),

identical as (
    select compared.* replace (
        stg_documents.path as path,
        stg_documents.source_url as source_url,
        false as is_published,
        'identical' as decided_by
    )
    from compared
    join stg_documents on stg_documents.duplicate_of = compared.path
),

all_copies as (
    from compared
    union all
    from identical
)

select
    report_id,
    path,
    part,
    document_id,
    source_url,
    site,
    is_published,
    decided_by,
    is_correction,
    made_on,
    cells_read,
    differing_cells,
    differing_dates,
    differing_texts,
from all_copies
qualify count(*) over (partition by report_id) > 1
