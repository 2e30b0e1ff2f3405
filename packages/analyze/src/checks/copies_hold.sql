-- Each report with copies publishes one of them, the one in `reports`, and a copy that differs is named in an issue.
with

judged as (
    select
        copies.report_id as id,
        count(*) filter (is_published) = 1
        and bool_and(is_published = (decided_by is null))
        and any_value(copies.path) filter (is_published) = any_value(reports.path)
        and any_value(reports.issue_count) >= sum(len(differing_cells) + len(differing_dates) + len(differing_texts))
        filter (decided_by is distinct from 'identical') as holds,
    from copies
    join reports using (report_id)
    group by all
),

-- a data set without copies has nothing to judge but its reports
examined as (
    select id, holds from judged
    union all
    select report_id as id, true as holds from reports
)

select
    count(*) as examined,
    count(*) filter (holds is not true) as failed,
    (list(id order by id) filter (holds is not true))[:5] as sample,
from examined
