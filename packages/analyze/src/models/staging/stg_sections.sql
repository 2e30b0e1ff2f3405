-- One row per section of every report read.
with

sections as (
    select
        path,
        part,
        is_kept,
        reportId as report_id,
        generate_subscripts(sections, 1) as position,
        unnest(sections) as item,
    from raw_reports
)

select
    path,
    part,
    is_kept,
    report_id,
    item.number as number,
    item.heading as heading,
    item.firstLine as first_line,
    item.text as text,
from sections
