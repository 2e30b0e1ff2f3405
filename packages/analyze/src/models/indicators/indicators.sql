-- One row per report and indicator, with the narrowest peer group of ten or more figures; failing that the widest group as
-- one pooled share, if its denominator is not small either. What is no share has no pool.
with

usable as (
    select
        *,
        given_count >= fewest_peers() as is_wide_enough,
    from stg_peers
    where
        is_wide_enough
        or (
            pooled_count > 1
            and pooled_denominator >= small_n()
            and step_no = (select max(step_no) from peer_steps)
        )
),

groups as (
    select * from stg_peer_groups where is_in_run(report_id)
),

-- the choice looks at a group and a figure of each step: it carries no more of them than their numbers
chosen as (
    select
        report_id,
        indicator_id,
        min(step_no) as step_no,
    from groups
    join usable using (step_no, basis, peer_group_id)
    group by all
)

select
    figures.report_id,
    figures.indicator_id,
    numerator,
    denominator,
    value,
    status,
    if(is_wide_enough, usable.basis, if(usable.basis is not null, 'pooled', null)) as peer_basis,
    usable.peer_group_id,
    if(is_wide_enough, given_count, pooled_count) as peer_count,
    if(is_wide_enough, quartiles[2], null) as peer_median,
    if(is_wide_enough, quartiles[1], null) as peer_q1,
    if(is_wide_enough, quartiles[3], null) as peer_q3,
    if(is_wide_enough, null, if(unit = 'per_100', 100, 1) * pooled_numerator / pooled_denominator) as pooled_value,
from stg_indicator_values as figures
left join chosen using (report_id, indicator_id)
left join groups using (report_id, step_no)
left join usable
    on usable.step_no = groups.step_no
    and usable.peer_group_id = groups.peer_group_id
    and usable.indicator_id = figures.indicator_id
where is_in_run(figures.report_id)
