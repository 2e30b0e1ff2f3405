-- One row per report read that is marked as a corrected issue. The words are reviewed rows; a word of the head counts in
-- brackets, in front of a colon that it opens, or beside a word for the report, for pages link to corrections of all kinds.
with

words as (
    select
        coalesce(string_agg(word, '|') filter (place = 'head'), '\A\z.') as head,
        coalesce(string_agg(word, '|') filter (place = 'anywhere'), '\A\z.') as anywhere,
    from raw_correction_marks
),

heads as (
    select path, part, min(first_line) as end_line from stg_sections group by all
)

select distinct
    stg_lines.path,
    stg_lines.part,
from stg_lines
cross join words
left join heads using (path, part)
where
    regexp_matches(text, anywhere)
    or (
        line < coalesce(end_line, 13)
        and length(text) <= 80
        and regexp_matches(
            text,
            '[（(【〔\[][^）)】〕\]]{0,20}(?:' || head || ')'
            || '|^\s*(?:' || head || ')[^:：]{0,6}[:：]'
            || '|(?:报告|年报).{0,12}(?:' || head || ')'
            || '|(?:' || head || ').{0,40}(?:报告|年报)'
        )
    )
