-- One row per report and check: its own, those between it and the year before, and those between an area and its parts.
select stg_findings.* exclude (path, part)
from stg_findings
join stg_kept_reports using (path, part)
union all by name
select
    *,
    false as is_sum_edit,
    'should' as severity,
from stg_panel_findings
union all by name
select
    *,
    false as is_sum_edit,
    'should' as severity,
from stg_aggregate_findings
union all by name
select
    *,
    false as is_sum_edit,
    'info' as severity,
from stg_jump_findings
