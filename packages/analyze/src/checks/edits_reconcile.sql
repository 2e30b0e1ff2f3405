-- The edits counted in reports are the findings published.
with

counts as (
    select
        report_id,
        count(*) filter (is_sum_edit and severity = 'must' and status <> 'not_assessable') as assessed,
        count(*) filter (is_sum_edit and severity = 'must' and status = 'fail') as failed,
    from findings
    group by all
),

judged as (
    select
        reports.report_id,
        edits_assessed = coalesce(assessed, 0)
        and edits_failed = coalesce(failed, 0)
        and (trust = 'failing') = (edits_failed > 0)
        and (trust = 'unassessed' or edits_assessed > 0) as holds,
    from reports
    left join counts using (report_id)
)

select
    count(*) as examined,
    count(*) filter (not holds) as failed,
    (list(report_id order by report_id) filter (not holds))[:5] as sample,
from judged
