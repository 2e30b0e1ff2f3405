-- One row per report and different sentence of its narrative, as a hash of its letters and digits.
-- Form words and quoted law are left out: they say nothing of the body, see packages/schema/src/sentences.ts.
with

pieces as (
    select
        report_id,
        unnest(string_split_regex(text, sentence_ends())) as piece,
    from lines
    where kind = 'paragraph'
),

sentences as (
    select
        report_id,
        regexp_replace(piece, '[^\p{L}\p{N}]', '', 'g') as words,
        regexp_replace(piece, '\P{Han}', '', 'g') as han,
    from pieces
    where not regexp_matches(piece, foreign_words())
)

select distinct
    report_id,
    hash(words) as sentence_hash,
from sentences
where length(words) >= shortest_sentence() and han not in (select words from form_words)
