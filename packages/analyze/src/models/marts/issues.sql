-- One row per document and issue. A replaced copy keeps its issues but not the report id, which is the better copy's.
select
    stg_issues.path,
    stg_kept_reports.report_id,
    row_number() over (partition by stg_issues.path order by stg_issues.part, stg_issues.issue_no) as issue_no,
    stg_issues.code,
    stg_issues.severity,
    stg_issues.key,
    stg_issues.line,
    stg_issues.message_zh,
    stg_issues.message_en,
from stg_issues
left join stg_kept_reports using (path, part)
