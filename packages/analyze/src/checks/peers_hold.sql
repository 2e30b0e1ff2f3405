-- A peer group holds no report twice and says the same to all of them, its quartiles are those of ten or more figures in
-- order, and a pool is named as one.
with

members as (
    select
        step_no || ' ' || report_id as id,
        count(*) = 1 as holds,
    from stg_peer_groups
    group by all
),

groups as (
    select
        peer_group_id || ' ' || indicator_id as id,
        count(distinct report_id) = count(*)
        and count(distinct (peer_basis, peer_count, peer_median, pooled_value)) = 1 as holds,
    from indicators
    where peer_group_id is not null
    group by peer_group_id, indicator_id, peer_basis
),

figures as (
    select
        report_id || ' ' || indicator_id as id,
        case peer_basis
            when 'pooled' then pooled_value is not null and peer_median is null and peer_count > 1
            else pooled_value is null and peer_count >= fewest_peers() and peer_q1 <= peer_median and peer_median <= peer_q3
        end as holds,
    from indicators
    where peer_group_id is not null
),

judged as (
    select * from members
    union all
    select * from groups
    union all
    select * from figures
)

select
    count(*) as examined,
    count(*) filter (holds is not true) as failed,
    (list(id order by id) filter (holds is not true))[:5] as sample,
from judged
