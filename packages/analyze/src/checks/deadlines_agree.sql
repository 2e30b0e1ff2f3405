-- days_late in reports and the check D.DEADLINE in findings are computed apart and must say the same.
with

judged as (
    select
        reports.report_id,
        case status
            when 'fail' then days_late > 0
            when 'pass' then days_late <= 0
            else true
        end as holds,
    from reports
    left join findings on findings.report_id = reports.report_id and check_id = 'D.DEADLINE'
)

select
    count(*) as examined,
    count(*) filter (holds is not true) as failed,
    (list(report_id order by report_id) filter (holds is not true))[:5] as sample,
from judged
