-- Every number of the wide tables is the number of its cell, and no number that fits is left out. Only what fails is named.
with

long as (
    select 'requests' as form_id, report_id, row_id, column_id, cast(number as double) as number,
    from (unpivot (select * exclude (agency_id, region_code, year, edition) from requests)
        on columns(* exclude (report_id, row_id)) into name column_id value number)
    union all
    select 'proceedings' as form_id, report_id, row_id, column_id, cast(number as double) as number,
    from (unpivot (select * exclude (agency_id, region_code, year, edition) from proceedings)
        on columns(* exclude (report_id, row_id)) into name column_id value number)
    union all
    select
        'disclosure' as form_id,
        report_id,
        row_id,
        if(column_id in ('fee_amount_wan_yuan', 'procurement_amount_yuan'), 'amount', column_id) as column_id,
        number,
    from (unpivot (
            select
                report_id,
                row_id,
                cast(columns(* exclude (report_id, row_id, agency_id, region_code, year, edition)) as double),
            from disclosure
        )
        on columns(* exclude (report_id, row_id)) into name column_id value number)
),

printed as (
    select
        form_id,
        report_id,
        row_id,
        column_id,
        if(column_id = 'amount', value, to_count(value)) as number,
    from cells
    where state = 'value' and (column_id = 'amount' or to_count(value) is not null)
),

judged as (
    select
        coalesce(long.number = printed.number, false) as holds,
        if(holds, null, report_id || ' ' || form_id || '.' || row_id || '.' || column_id) as id,
    from long
    full join printed using (form_id, report_id, row_id, column_id)
),

rows_printed as (
    select distinct form_id, report_id, row_id, from cells
),

rows_published as (
    select 'requests' as form_id, report_id, row_id, from requests
    union all
    select 'disclosure' as form_id, report_id, row_id, from disclosure
    union all
    select 'proceedings' as form_id, report_id, row_id, from proceedings
),

all_judged as (
    select * from judged
    union all
    select
        rows_printed.form_id is not null and rows_published.form_id is not null as holds,
        if(holds, null, report_id || ' ' || form_id || '.' || row_id) as id,
    from rows_printed
    full join rows_published using (form_id, report_id, row_id)
)

select
    count(*) as examined,
    count(*) filter (not holds) as failed,
    (list(id order by id) filter (not holds))[:5] as sample,
from all_judged
