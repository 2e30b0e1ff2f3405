-- The cells of every report of the run that has one of the same agency for the year before, and the cells of that one:
-- those that a check between two years names.
with

wanted as (
    select report_id, key, value
    from cells
    where key in (select key from panel_terms union select key from jump_cells)
),

pairs as (
    select
        later.report_id,
        earlier.report_id as compared_report_id,
        later.year,
    from reports as later
    join reports as earlier on earlier.agency_id = later.agency_id and earlier.year = later.year - 1
    where is_in_run(later.report_id)
)

select
    pairs.report_id,
    compared_report_id,
    year,
    'this' as which,
    key,
    value,
from pairs
join wanted using (report_id)
union all
select
    pairs.report_id,
    compared_report_id,
    year,
    'before' as which,
    key,
    value,
from pairs
join wanted on wanted.report_id = compared_report_id
