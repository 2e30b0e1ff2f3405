-- One row per cell of every report read.
with

cells as (
    select
        path,
        part,
        is_kept,
        reportId as report_id,
        generate_subscripts(cells, 1) as position,
        unnest(cells) as item,
    from raw_reports
)

select
    path,
    part,
    is_kept,
    report_id,
    item.formId as form_id,
    item.rowId as row_id,
    item.columnId as column_id,
    item.key as key,
    item.unit as unit,
    item.state as state,
    item.value as value,
    item.note as note,
    item.raw as raw,
    item.place.line as place_line,
    item.place.section as place_section,
    item.place."table" as place_table,
    item.place.row as place_row,
    item.place."column" as place_column,
    item.place.page as place_page,
    item.reader as reader,
from cells
