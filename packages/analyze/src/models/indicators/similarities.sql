-- One row per report and kind of likeness: how many of its sentences stand in its own report of the year before, or in one
-- of another agency of that year. The report named is the one that most of the matches point to, then the smaller id.
with

numbered as (
    select
        *,
        lag(year) over (partition by agency_id order by year) = year - 1 as has_earlier,
        count(*) over (partition by year) > 1 as has_neighbour,
    from stg_numbered_reports
),

sentence_counts as (
    select report_no, count(*) as sentence_count, from stg_numbered_sentences group by all
),

pointers as (
    select report_no, kind, match_no, count(*) as pointer_count, from stg_sentence_matches group by all
),

likest as (
    select
        report_no,
        kind,
        sum(pointer_count) as matched_count,
        arg_max(match_no, (pointer_count, -match_no)) as match_no,
    from pointers
    group by all
),

shared as (
    select
        likest.report_no,
        likest.kind,
        count(*) as shared_count,
    from likest
    join stg_numbered_sentences as own on own.report_no = likest.report_no
    join stg_numbered_sentences as other on other.report_no = likest.match_no and other.sentence_hash = own.sentence_hash
    group by all
),

judged as (
    select
        numbered.report_id,
        kind,
        coalesce(sentence_count, 0) as sentence_count,
        case kind when 'last_year' then has_earlier else year is not null and has_neighbour end as is_comparable,
        if(is_comparable, coalesce(matched_count, 0), null) as matched_count,
        matching_report_id,
        shared_count,
        case
            when is_comparable is not true then if(kind = 'last_year', 'no_earlier_report', 'no_neighbour')
            when coalesce(sentence_count, 0) < small_n() then 'small_n'
            else 'given'
        end as status,
    from numbered
    cross join (select unnest(['last_year', 'neighbour']) as kind)
    left join sentence_counts using (report_no)
    left join likest using (report_no, kind)
    left join shared using (report_no, kind)
    left join (select report_no as match_no, report_id as matching_report_id from numbered) using (match_no)
)

select
    * exclude (is_comparable),
    if(status = 'given', matched_count / sentence_count, null) as share,
from judged
