-- One row per report read, copies of the same report included; marts join stg_kept_reports, or go by is_kept.
with

cell_counts as (
    select
        path,
        part,
        count(*) as expected,
        count(*) filter (state = 'value') as read,
        count(*) filter (state in ('blank', 'not_applicable', 'text')) as blank,
        count(*) filter (state = 'missing') as missing,
    from stg_cells
    group by all
),

edit_counts as (
    select
        path,
        part,
        count(*) filter (status in ('pass', 'fail')) as assessed,
        count(*) filter (status = 'fail') as failed,
    from stg_findings
    where is_sum_edit and severity = 'must'
    group by all
)

select
    path,
    reportId as report_id,
    part,
    identity.agencyId as agency_id,
    identity.agencyName as agency_name,
    identity.officialName as official_name,
    identity.publisher as publisher,
    identity.title as title,
    identity.indexNumber as index_number,
    identity.documentNumber as document_number,
    identity.siteCode as site_code,
    identity.regionCode as region_code,
    identity.regionCandidates as region_candidates,
    identity.regionEvidence as region_evidence,
    identity.province as province,
    identity.prefecture as prefecture,
    identity.county as county,
    identity.zone as zone,
    identity.level as level,
    identity.bodyKind as body_kind,
    identity.functions as functions,
    identity.scope as scope,
    identity.year as year,
    cast(identity.publishedOn as date) as published_on,
    cast(identity.signedOn as date) as signed_on,
    cast(identity.urlOn as date) as url_on,
    editions.disclosure as disclosure_edition,
    editions.requests as requests_edition,
    editions.proceedings as proceedings_edition,
    evidence.disclosure as disclosure_evidence,
    evidence.requests as requests_evidence,
    evidence.proceedings as proceedings_evidence,
    blankMeansZero as blank_means_zero,
    redactionCount as redaction_count,
    coalesce(len(lines), 0) as line_count,
    coalesce(len(issues), 0) as issue_count,
    coalesce(len(repairs), 0) as repair_count,
    coalesce(cell_counts.expected, 0) as cells_expected,
    coalesce(cell_counts.read, 0) as cells_read,
    coalesce(cell_counts.blank, 0) as cells_blank,
    coalesce(cell_counts.missing, 0) as cells_missing,
    coalesce(edit_counts.assessed, 0) as edits_assessed,
    coalesce(edit_counts.failed, 0) as edits_failed,
from raw_reports
left join cell_counts using (path, part)
left join edit_counts using (path, part)
