-- One row per report, edit between it and the year before, and side of the edit: what it adds up to, in number and words.
with

terms as (
    select
        panel_terms.*,
        report_id,
        compared_report_id,
        year,
        value,
        if(position = 1, '', if(sign > 0, ' + ', ' − ')) as operator,
        coalesce(to_shown(value), '—') as number,
        {
            position: position,
            key: key,
            zh: operator || label_zh || ' ' || number,
            en: operator || label_en || ' ' || number
        } as said,
    from panel_terms
    join stg_adjacent_cells using (which, key)
),

sides as (
    select
        report_id,
        compared_report_id,
        year,
        check_id,
        side,
        count(*) as term_count,
        if(count(value) = count(*), round(sum(sign * value), 6), null) as total,
        -- lists that are sorted when they are whole: an aggregate with an order takes three times as long
        list_sort(list(said)) as in_order,
        if(count(*) > 1, ' = ' || to_shown(total), '') as result,
    from terms
    group by all
)

select
    * exclude (in_order, result),
    array_to_string(list_transform(in_order, lambda term: term.zh), '') || result as words_zh,
    array_to_string(list_transform(in_order, lambda term: term.en), '') || result as words_en,
    list_transform(in_order, lambda term: term.key) as keys,
from sides
