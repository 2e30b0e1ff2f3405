-- One row per line of every report read.
with

lines as (
    select
        path,
        part,
        is_kept,
        reportId as report_id,
        generate_subscripts(lines, 1) as position,
        unnest(lines) as item,
    from raw_reports
)

select
    path,
    part,
    is_kept,
    report_id,
    item.line as line,
    item.kind as kind,
    item.section as section,
    item.text as text,
from lines
