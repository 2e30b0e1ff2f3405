-- One row per report: what indicators take from the report as a whole.
with

nonzero as (
    select
        report_id,
        count(*) filter (number <> 0) as found,
        count(*) filter (number is null) as unknown,
        count(distinct form_id) = 3 as is_whole,
        -- one number other than 0 settles it; none does only where every cell of the three tables is known
        if(found > 0 or (unknown = 0 and is_whole), found, null) as nonzero_count,
    from stg_numbers
    group by all
)

select
    reports.report_id,
    if(has_deadline(year, level, body_kind), days_late, null) as days_late,
    cells_read,
    cells_expected,
    edits_failed,
    edits_assessed,
    nonzero_count,
from reports
left join nonzero using (report_id)
