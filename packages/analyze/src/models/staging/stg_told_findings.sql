-- One row per report and check with what is said of it: its own, those between it and the year before, and those between an
-- area and its parts.
with

all_findings as (
    select * exclude (path, part, is_kept) from stg_findings where is_kept
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
)

select
    *,
    to_message_id(message_zh, message_en) as message_id,
from all_findings
