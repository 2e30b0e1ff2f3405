-- One row per report and cell that jumps: more than ten times last year's number, or less than a tenth, from 30 up.
-- From or to 0 is a jump, too. Ten thousand times is what mixing up 元 and 万元 makes of an amount.
with

pairs as (
    select
        report_id,
        compared_report_id,
        year,
        key,
        any_value(value) filter (which = 'before') as earlier,
        any_value(value) filter (which = 'this') as later,
    from stg_adjacent_cells
    where key in (select key from jump_cells)
    group by all
),

judged as (
    select
        *,
        greatest(earlier, later) as larger,
        least(earlier, later) as smaller,
        larger > 10 * smaller as is_jump,
        key like '%.amount' and larger between 3000 * smaller and 30000 * smaller as is_unit,
    from pairs
    join jump_cells using (key)
    where earlier >= 0 and later >= 0 and larger >= 30
)

select
    report_id,
    compared_report_id,
    'X.JUMP.' || key as check_id,
    if(is_jump, 'fail', 'pass') as status,
    null as reason,
    earlier as left_value,
    later as right_value,
    earlier - later as difference,
    [key] as cells,
    to_years(year).zh || label_zh || '：上年 ' || to_shown(earlier) || '，本年 ' || to_shown(later)
    || case when is_unit then '，相差约一万倍，可能是元与万元混用' when is_jump then '，变动超过十倍' else '' end as message_zh,
    to_years(year).en || label_en || ': ' || to_shown(earlier) || ' last year, ' || to_shown(later) || ' this year'
    || case when is_unit then '; near ten thousand times, as when 元 and 万元 are mixed up' when is_jump then '; a change of more than tenfold' else '' end as message_en,
from judged
