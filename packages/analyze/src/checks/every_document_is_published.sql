-- Every input file has its row, and only `extracted` goes without a reason.
with

judged as (
    select
        raw_documents.path,
        documents.path is not null and (documents.status = 'extracted') = (documents.reason is null) as holds,
    from raw_documents
    left join documents using (path)
)

select
    count(*) as examined,
    count(*) filter (not holds) as failed,
    (list(path order by path) filter (not holds))[:5] as sample,
from judged
