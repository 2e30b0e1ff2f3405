-- One row per check of every report read.
with

findings as (
    select
        path,
        part,
        is_kept,
        reportId as report_id,
        generate_subscripts(findings, 1) as position,
        unnest(findings) as item,
    from raw_reports
)

select
    path,
    part,
    is_kept,
    report_id,
    item.checkId as check_id,
    is_sum_edit(item.checkId) as is_sum_edit,
    item.severity as severity,
    item.status as status,
    item.reason as reason,
    item.leftValue as left_value,
    item.rightValue as right_value,
    item.difference as difference,
    item.cells as cells,
    item.messageZh as message_zh,
    item.messageEn as message_en,
from findings
