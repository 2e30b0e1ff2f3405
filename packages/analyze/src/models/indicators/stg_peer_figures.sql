-- One row per peer group and indicator. A figure that is not given is in no quartile; a pool adds up small numbers, too.
select
    step_no,
    basis,
    peer_group_id,
    indicator_id,
    unit,
    count(value) as given_count,
    quantile_cont(value, [0.25, 0.5, 0.75]) as quartiles,
    count(*) filter (numerator is not null and denominator is not null) as pooled_count,
    sum(denominator) filter (numerator is not null) as pooled_denominator,
    sum(numerator) filter (denominator is not null) as pooled_numerator,
from stg_peer_groups
join stg_indicator_values using (report_id)
join indicator_units using (indicator_id)
where is_compared
group by all
