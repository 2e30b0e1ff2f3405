-- One row per issue of a published report that has copies: each difference with both values, and how the choice was made.
with

published as (
    select report_id, path, part, site_rank, copy_count from stg_copies where rank = 1
),

found as (
    select
        report_id,
        'copies_differ' as code,
        if(kind = 'cell', name, null) as key,
        what.zh || '此处“' || here_zh || '”，' || path || ' 为“' || there_zh || '”' as zh,
        what.en || '“' || here_en || '” here, “' || there_en || '” in ' || path as en,
        [kind, name, path] as place,
        part,
    from stg_copy_sentences
    union all
    select
        report_id,
        'copies_undecided' as code,
        null as key,
        path || if(decided_by = 'digest', '：依摘要取舍', '：依完整程度取舍') as zh,
        path || if(decided_by = 'digest', ': the digest decided', ': completeness decided') as en,
        ['x', path] as place,
        part,
    from stg_copies
    where decided_by in ('completeness', 'digest')
    union all
    select
        report_id,
        'copy_off_site' as code,
        null as key,
        '共 ' || copy_count || ' 个版本' as zh,
        copy_count || ' copies' as en,
        ['y'] as place,
        null as part,
    from published
    where site_rank > 0 and copy_count > 1
    union all
    select
        report_id,
        'copy_review_unused' as code,
        null as key,
        sha256 as zh,
        sha256 as en,
        ['z'] as place,
        null as part,
    from raw_copies
    anti join stg_copies on stg_copies.report_id = raw_copies.report_id and stg_copies.document_id = raw_copies.sha256
)

select
    published.path,
    published.part,
    report_id,
    row_number() over (partition by report_id order by place, found.part, zh) as issue_no,
    code,
    'warning' as severity,
    key,
    cast(null as integer) as line,
    issue_names.label_zh || '：' || zh as message_zh,
    issue_names.label_en || ': ' || en as message_en,
from found
join published using (report_id)
join issue_names using (code)
