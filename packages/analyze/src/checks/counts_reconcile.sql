-- The counts of a report, and of its document, are the rows that the other tables hold.
with

cell_rows as (
    select report_id, count(*) as cells, count(*) filter (state = 'value') as values, from cells group by all
),

repair_rows as (
    select report_id, count(*) as repairs, from repairs group by all
),

line_rows as (
    select report_id, count(*) as lines, from lines group by all
),

issue_rows as (
    select report_id, count(*) as issues, from issues where report_id is not null group by all
),

document_issues as (
    select path, count(*) as issues, from issues group by all
),

judged as (
    select
        reports.report_id as id,
        cells_expected = coalesce(cells, 0)
        and cells_expected = cells_read + cells_blank + cells_missing
        and cells_read = coalesce(values, 0)
        and repair_count = coalesce(repairs, 0)
        and line_count = coalesce(lines, 0)
        and issue_count = coalesce(issues, 0) as holds,
    from reports
    left join cell_rows using (report_id)
    left join repair_rows using (report_id)
    left join line_rows using (report_id)
    left join issue_rows using (report_id)
    union all
    select
        documents.path as id,
        documents.issue_count = coalesce(issues, 0) as holds,
    from documents
    left join document_issues using (path)
    where documents.report_id is not null
)

select
    count(*) as examined,
    count(*) filter (not holds) as failed,
    (list(id order by id) filter (not holds))[:5] as sample,
from judged
