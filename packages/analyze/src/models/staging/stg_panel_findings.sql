-- One row per report and edit between it and the same agency's report of the year before.
-- An edit over a cell that the form of either year does not have has no row.
with

terms as (
    select
        panel_terms.*,
        report_id,
        compared_report_id,
        year,
        value,
        count(*) over (partition by check_id, report_id) as found,
        (select count(*) from panel_terms as other where other.check_id = panel_terms.check_id) as expected,
        if(position = 1, '', if(sign > 0, ' + ', ' − ')) as operator,
        coalesce(to_shown(value), '—') as number,
    from panel_terms
    join stg_adjacent_cells using (which, key)
),

sides as (
    select
        report_id,
        compared_report_id,
        year,
        check_id,
        relation,
        subject_zh,
        subject_en,
        side,
        if(count(value) = count(*), round(sum(sign * value), 6), null) as total,
        string_agg(operator || label_zh || ' ' || number, '' order by position)
        || if(count(*) > 1, ' = ' || to_shown(total), '') as words_zh,
        string_agg(operator || label_en || ' ' || number, '' order by position)
        || if(count(*) > 1, ' = ' || to_shown(total), '') as words_en,
        list(key order by position) as keys,
    from terms
    where found = expected
    group by all
),

judged as (
    select
        a.*,
        b.total as right_total,
        b.words_zh as right_zh,
        b.words_en as right_en,
        list_distinct(a.keys || b.keys) as cells,
        if(a.relation = 'equal', a.total = b.total, a.total <= b.total) as holds,
    from sides as a
    join sides as b using (report_id, check_id)
    where a.side = 'left' and b.side = 'right'
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
