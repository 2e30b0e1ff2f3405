-- One row per sentence of a report that stands elsewhere, with one report that holds it: the agency's own of the year
-- before, or the first of another agency in the same year. Of all that hold it two are kept, so the work is linear.
with

holders as (
    select
        year,
        sentence_hash,
        min(report_no, 2) as first_two,
    from stg_numbered_sentences
    where year is not null
    group by all
    having count(*) > 1
)

select
    later.report_no,
    'last_year' as kind,
    later.sentence_hash,
    earlier.report_no as match_no,
from stg_numbered_sentences as later
join stg_numbered_sentences as earlier
    on earlier.agency_id = later.agency_id
    and earlier.year = later.year - 1
    and earlier.sentence_hash = later.sentence_hash
union all
select
    report_no,
    'neighbour' as kind,
    sentence_hash,
    if(first_two[1] = report_no, first_two[2], first_two[1]) as match_no,
from stg_numbered_sentences
join holders using (year, sentence_hash)
