-- One row per number of the narrative of every report read.
with

claims as (
    select
        path,
        part,
        is_kept,
        reportId as report_id,
        generate_subscripts(claims, 1) as position,
        unnest(claims) as item,
    from raw_reports
)

select
    path,
    part,
    is_kept,
    report_id,
    position as claim_no,
    item.line as line,
    item.start as start_offset,
    item.end as end_offset,
    item.sentence as sentence,
    item.figure as figure,
    item.isPercentage as is_percentage,
    item.isApproximate as is_approximate,
    item.key as key,
    item.cells as cells,
    item.tableValue as table_value,
    item.status as status,
    item.messageZh as message_zh,
    item.messageEn as message_en,
from claims
