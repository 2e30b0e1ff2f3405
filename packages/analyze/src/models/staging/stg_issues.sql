-- One row per issue of every report read.
with

issues as (
    select
        path,
        part,
        reportId as report_id,
        generate_subscripts(issues, 1) as position,
        unnest(issues) as item,
    from raw_reports
)

select
    path,
    part,
    report_id,
    position as issue_no,
    item.code as code,
    item.severity as severity,
    item.key as key,
    item.line as line,
    item.messageZh as message_zh,
    item.messageEn as message_en,
from issues
