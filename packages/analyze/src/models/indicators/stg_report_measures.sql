-- One row per report: what indicators take from the report as a whole.
-- Only some bodies have a deadline, and only the Regulations of 2019 set it: 国令第711号 Art. 49 and 50.
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
    if(
        year >= 2019
        and level in ('national', 'province', 'prefecture', 'county')
        and body_kind in ('government', 'government_office', 'department', 'vertical'),
        days_late,
        null
    ) as days_late,
    cells_read,
    cells_expected,
    edits_failed,
    edits_assessed,
    nonzero_count,
from reports
left join nonzero using (report_id)
