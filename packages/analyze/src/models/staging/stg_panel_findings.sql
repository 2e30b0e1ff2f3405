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

sides as (
    from stg_panel_sides
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
    from sides as a
    join sides as b using (report_id, check_id)
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
