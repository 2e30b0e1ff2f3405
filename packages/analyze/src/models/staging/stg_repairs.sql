-- One row per repair of every report read.
with

repairs as (
    select
        path,
        part,
        is_kept,
        reportId as report_id,
        generate_subscripts(repairs, 1) as position,
        unnest(repairs) as item,
    from raw_reports
)

select
    path,
    part,
    is_kept,
    report_id,
    position as repair_no,
    item.kind as kind,
    item.line as line,
    item.start as start_offset,
    item."end" as end_offset,
    item.replacement as replacement,
from repairs
