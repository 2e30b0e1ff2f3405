-- What is found has the report named, of that agency and year; what is not found has none.
with

registered as (
    select
        expected.agency_id || ' ' || expected.year as id,
        (expected.status = 'found') = (reports.report_id is not null)
        and expected.report_id is not distinct from reports.report_id
        and (expected.days_late is null or expected.days_late = reports.days_late) as holds,
    from expected
    left join reports using (agency_id, year)
),

neighbours as (
    select distinct agency_id, unnest([year - 1, year + 1]) as year, from reports
),

looked_at as (
    select
        reports.report_id,
        reports.agency_id,
        neighbours.year is not null as has_neighbour,
        expected.report_id is not null as is_expected,
    from reports
    left join neighbours using (agency_id, year)
    left join expected using (report_id)
    where reports.year is not null
),

-- every report of a year is looked at: it is expected where its agency has a neighbouring year or is listed, else not
followed as (
    select
        report_id as id,
        has_neighbour <= is_expected
        and is_expected <= (has_neighbour or agency_id in (select agency_id from stg_listed_agencies)) as holds,
    from looked_at
),

judged as (
    select * from registered
    union all
    select * from followed
)

select
    count(*) as examined,
    count(*) filter (holds is not true) as failed,
    (list(id order by id) filter (holds is not true))[:5] as sample,
from judged
