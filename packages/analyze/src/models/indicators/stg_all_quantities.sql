-- One row per report and number that a term of an indicator names, likenesses to other reports among them.
from stg_quantities
union all
select
    report_id,
    'this' as which,
    'similarities.' || kind || '.' || part as key,
    if(part = 'matched_count', matched_count, sentence_count) as number,
    if(status in ('no_earlier_report', 'no_neighbour'), status, null) as status,
    false as differs,
from similarities
cross join (select unnest(['matched_count', 'sentence_count']) as part)
