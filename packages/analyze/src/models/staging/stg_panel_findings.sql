-- One row per report and edit between it and the same agency's report of the year before.
-- An edit over a cell that the form of either year does not have has no row.
with

edits as (
    select
        check_id,
        any_value(relation) as relation,
        any_value(subject_zh) as subject_zh,
        any_value(subject_en) as subject_en,
        count(*) as term_count,
    from panel_terms
    group by check_id
),

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
),

worded as (
    select
        * exclude (in_order, result),
        array_to_string(list_transform(in_order, lambda term: term.zh), '') || result as words_zh,
        array_to_string(list_transform(in_order, lambda term: term.en), '') || result as words_en,
        list_transform(in_order, lambda term: term.key) as keys,
    from sides
),

judged as (
    select
        a.*,
        edits.* exclude (check_id, term_count),
        b.total as right_total,
        b.words_zh as right_zh,
        b.words_en as right_en,
        list_distinct(a.keys || b.keys) as cells,
        if(relation = 'equal', a.total = b.total, a.total <= b.total) as holds,
    from worded as a
    join worded as b using (report_id, check_id)
    join edits using (check_id)
    where a.side = 'left' and b.side = 'right' and a.term_count + b.term_count = edits.term_count
)

select
    report_id,
    compared_report_id,
    check_id,
    case when holds is null then 'not_assessable' when holds then 'pass' else 'fail' end as status,
    if(holds is null, 'cells_absent', null) as reason,
    total as left_value,
    right_total as right_value,
    total - right_total as difference,
    list_sort(cells) as cells,
    to_years(year).zh || case
        when holds is null then subject_zh || '：有单元格没有数值，不能与上年报告核对'
        when holds then subject_zh || '：' || words_zh || '，与' || right_zh || ' 不矛盾'
        when relation = 'equal' then subject_zh || '：' || words_zh || '，而' || right_zh
        else subject_zh || '：' || words_zh || '，多于' || right_zh
    end as message_zh,
    to_years(year).en || case
        when holds is null then subject_en || ': a cell holds no number, so last year’s report says nothing'
        when holds then subject_en || ': ' || words_en || '; ' || right_en
        when relation = 'equal' then subject_en || ': ' || words_en || ', but ' || right_en
        else subject_en || ': ' || words_en || ', more than ' || right_en
    end as message_en,
from judged
