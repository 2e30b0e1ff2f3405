-- A counted group is the sum of its rows in `requests`, the shares of a report add up to 1, and none has a small sum.
with

wide as (
    select
        report_id,
        split_part(row_id, '.', 1) as group_id,
        sum(total) as row_sum,
        count(*) = count(total) as is_whole,
    from requests
    group by all
),

counted as (
    select
        report_id || ' ' || group_id as id,
        case state
            when 'counted' then is_whole and request_count = row_sum
            when 'counted_with_blanks' then not is_whole and request_count = coalesce(row_sum, 0)
            else request_count is null and reason is not null
        end
        and (share is null or results_sum >= small_n()) as holds,
    from outcomes
    left join wide using (report_id, group_id)
),

shared as (
    select
        report_id as id,
        (count(share) = 0 or (count(share) = count(*) and abs(sum(share) - 1) < 1e-9))
        and (max(results_sum) is null or sum(request_count) = max(results_sum)) as holds,
    from outcomes
    group by all
),

judged as (
    select * from counted
    union all
    select * from shared
)

select
    count(*) as examined,
    count(*) filter (holds is not true) as failed,
    (list(id order by id) filter (holds is not true))[:5] as sample,
from judged
