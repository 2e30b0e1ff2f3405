-- One row per report read that is marked as a corrected issue. The words are reviewed rows; a word of the head counts in
-- brackets, in front of a colon that it opens, or beside a word for the report, for pages link to corrections of all kinds.
-- The patterns are constants: one that is a column would be prepared anew for each line.
with

heads as (
    select path, part, min(first_line) as end_line from stg_sections group by all
),

marked as (
    select path, part from stg_lines where regexp_matches(text, marks_anywhere())
    union all
    select stg_lines.path, stg_lines.part
    from stg_lines
    left join heads using (path, part)
    where
        line < coalesce(end_line, 13)
        and length(text) <= 80
        and regexp_matches(
            text,
            '[（(【〔\[][^）)】〕\]]{0,20}(?:' || head_marks() || ')'
            || '|^\s*(?:' || head_marks() || ')[^:：]{0,6}[:：]'
            || '|(?:报告|年报).{0,12}(?:' || head_marks() || ')'
            || '|(?:' || head_marks() || ').{0,40}(?:报告|年报)'
        )
)

select distinct path, part from marked
