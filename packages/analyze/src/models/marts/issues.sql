-- One row per document and issue, those between copies of a report behind its own. A replaced copy keeps its issues but not
-- the report id, which is the better copy's.
with

copy_issues as (
    select
        path,
        part,
        report_id,
        1000000 + issue_no as issue_no,
        code,
        severity,
        key,
        line,
        message_zh,
        message_en,
    from stg_copy_issues
),

all_issues as (
    from stg_issues
    union all by name
    from copy_issues
)

select
    all_issues.path,
    stg_kept_reports.report_id,
    row_number() over (partition by all_issues.path order by all_issues.part, all_issues.issue_no) as issue_no,
    all_issues.code,
    all_issues.severity,
    all_issues.key,
    all_issues.line,
    all_issues.message_zh,
    all_issues.message_en,
from all_issues
left join stg_kept_reports using (path, part)
