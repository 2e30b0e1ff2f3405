-- An extracted file without a report would be lost without a word; so would a report of a file that is not extracted.
with

judged as (
    select
        documents.path,
        documents.status,
        count(reports.report_id) as report_count,
    from documents
    left join reports using (path)
    where documents.status in ('extracted', 'superseded') or reports.report_id is not null
    group by all
)

select
    count(*) as examined,
    count(*) filter ((status = 'extracted') <> (report_count > 0)) as failed,
    (list(path order by path) filter ((status = 'extracted') <> (report_count > 0)))[:5] as sample,
from judged
