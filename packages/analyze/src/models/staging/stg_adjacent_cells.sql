-- The cells of every report that has one of the same agency for the year before, and the cells of that one.
with

kept as (
    select
        path,
        part,
        stg_reports.report_id as report_id,
        agency_id,
        year,
    from stg_reports
    join stg_kept_reports using (path, part)
    where year is not null
),

pairs as (
    select
        later.report_id as report_id,
        later.path as path,
        later.part as part,
        earlier.path as earlier_path,
        earlier.part as earlier_part,
        earlier.report_id as compared_report_id,
        later.year as year,
    from kept as later
    join kept as earlier on earlier.agency_id = later.agency_id and earlier.year = later.year - 1
)

select
    pairs.report_id,
    compared_report_id,
    year,
    'this' as which,
    key,
    value,
from pairs
join stg_cells using (path, part)
union all
select
    pairs.report_id,
    compared_report_id,
    year,
    'before' as which,
    key,
    value,
from pairs
join stg_cells on stg_cells.path = earlier_path and stg_cells.part = earlier_part
