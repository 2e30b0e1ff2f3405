-- One row per report. Deadline: 31 January, for a government's own report 31 March (国令第711号 Art. 49 and 50).
with

copy_issue_counts as (
    select path, part, count(*) as copy_issue_count, from stg_copy_issues group by all
),

deadlines as (
    select
        path,
        part,
        coalesce(published_on, signed_on) as made_on,
        if(agency_name like '%人民政府', make_date(year + 1, 3, 31), make_date(year + 1, 1, 31)) as due_on,
        make_date(year + 1, 12, 31) as plausible_until,
    from stg_reports
    where year between 1 and 9998
),

counted as (
    select
        stg_reports.* replace (issue_count + coalesce(copy_issue_count, 0) as issue_count),
        stg_documents.document_id,
        -- a later date is that of a repair or a move of the page, not of the report
        if(made_on <= plausible_until, date_diff('day', due_on, made_on), null) as days_late,
        coalesce(requests_edition, disclosure_edition) as edition,
        -- zeros balance in any column, so a table of zeros is borne out by its rows alone
        coalesce(requests_evidence, proceedings_evidence, 'none') as table_evidence,
    from stg_reports
    join stg_kept_reports using (path, part)
    join stg_documents using (path)
    left join copy_issue_counts using (path, part)
    left join deadlines using (path, part)
)

select
    * exclude (table_evidence),
    case
        when edits_failed > 0 then 'failing'
        when edits_assessed = 0 or table_evidence = 'none' then 'unassessed'
        when table_evidence = 'arithmetic' then 'balanced'
        else 'structural'
    end as trust,
from counted
