-- One row per report and indicator, with the narrowest peer group of ten or more figures; failing that the widest group as
-- one pooled share, if its denominator is not small either. What is no share has no pool.
with

steps as (
    select
        stg_peer_groups.report_id,
        stg_peers.*,
        given_count >= fewest_peers() as is_wide_enough,
        pooled_count > 1
        and pooled_denominator >= small_n()
        and step_no = (select max(step_no) from peer_steps) as is_pool,
    from stg_peer_groups
    join stg_peers using (step_no, basis, peer_group_id)
    where is_in_run(report_id)
),

chosen as (
    select * from steps
    where is_wide_enough or is_pool
    qualify row_number() over (partition by report_id, indicator_id order by step_no) = 1
)

select
    figures.report_id,
    figures.indicator_id,
    numerator,
    denominator,
    value,
    status,
    if(is_wide_enough, basis, if(is_pool, 'pooled', null)) as peer_basis,
    peer_group_id,
    if(is_wide_enough, given_count, pooled_count) as peer_count,
    if(is_wide_enough, quartiles[2], null) as peer_median,
    if(is_wide_enough, quartiles[1], null) as peer_q1,
    if(is_wide_enough, quartiles[3], null) as peer_q3,
    if(is_wide_enough, null, if(unit = 'per_100', 100, 1) * pooled_numerator / pooled_denominator) as pooled_value,
from stg_indicator_values as figures
left join chosen using (report_id, indicator_id)
where is_in_run(report_id)
