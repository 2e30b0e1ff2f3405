-- One row per report and step of the declared order of peers: the group of all reports that share the step's attributes.
-- A report of which one attribute is not known has no group at that step.
with

attributes as (
    select
        report_id,
        unnest([
            {attribute: 'year', shared: cast(year as varchar)},
            {attribute: 'level', shared: level},
            {attribute: 'functions', shared: nullif(array_to_string(list_sort(functions), '+'), '')},
            {attribute: 'first_function', shared: functions[1]},
            {attribute: 'body_kind', shared: body_kind}
        ], recursive := true),
    from reports
    where is_in_run(report_id)
)

select
    report_id,
    step_no,
    basis,
    basis || ':' || string_agg(shared, '/' order by position) as peer_group_id,
from attributes
join peer_steps using (attribute)
where shared is not null
group by report_id, step_no, basis, attribute_count
having count(*) = attribute_count
