-- One row per check of every report read.
with

findings as (
    select
        path,
        part,
        reportId as report_id,
        generate_subscripts(findings, 1) as position,
        unnest(findings) as item,
    from raw_reports
)

select
    path,
    part,
    report_id,
    item.checkId as check_id,
    regexp_matches(item.checkId, '^(T3\.(BALANCE|RESULTS|APPLICANTS)|T4\.TOTAL)\.') as is_sum_edit,
    item.severity as severity,
    item.status as status,
    item.reason as reason,
    item.leftValue as left_value,
    item.rightValue as right_value,
    item.difference as difference,
    coalesce(item.cells, []) as cells,
    item.messageZh as message_zh,
    item.messageEn as message_en,
from findings
