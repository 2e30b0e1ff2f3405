-- One row per copy and cell, date or text in which it differs from the published one, with what stands in both.
with

pairs as (
    select report_id, path, part, published_path, published_part from stg_copies where rank > 1
),

sides as (
    select report_id, path, part, path as from_path, part as from_part, false as is_published from pairs
    union all
    select report_id, path, part, published_path, published_part, true from pairs
),

cells_printed as (
    select
        sides.*,
        'cell' as kind,
        key as name,
        if(state = 'value', to_shown(value), state) as printed,
    from sides
    join stg_cells on stg_cells.path = from_path and stg_cells.part = from_part
),

dates_printed as (
    select
        sides.*,
        'date' as kind,
        unnest(['published_on', 'signed_on']) as name,
        unnest([cast(published_on as varchar), cast(signed_on as varchar)]) as printed,
    from sides
    join stg_reports on stg_reports.path = from_path and stg_reports.part = from_part
),

texts_printed as (
    select
        sides.*,
        'text' as kind,
        cast(number as varchar) as name,
        regexp_replace(text, '\s', '', 'g') as printed,
    from sides
    join stg_sections on stg_sections.path = from_path and stg_sections.part = from_part
    union all
    select
        sides.*,
        'text' as kind,
        'title' as name,
        regexp_replace(title, '\s', '', 'g') as printed,
    from sides
    join stg_reports on stg_reports.path = from_path and stg_reports.part = from_part
),

printed as (
    from cells_printed
    union all
    from dates_printed
    union all
    from texts_printed
)

select
    report_id,
    path,
    part,
    kind,
    name,
    any_value(printed) filter (is_published) as here,
    any_value(printed) filter (not is_published) as there,
from printed
group by all
having here is distinct from there
