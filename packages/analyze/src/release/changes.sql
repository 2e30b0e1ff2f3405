-- One row per change of a dataset (`now`) against the one that the release before was made of (`before`).
with

-- a corrected cell holds what the correction says, whatever the reader found
corrected as (
    select report_id, key from before.issues where code = 'cell_corrected'
    union
    select report_id, key from now.issues where code = 'cell_corrected'
),

settled as (
    select document_id from before.reports semi join (from before.issues where code = 'identity_settled') using (report_id)
    union
    select document_id from now.reports semi join (from now.issues where code = 'identity_settled') using (report_id)
),

added as (
    select
        'report_added' as kind,
        case
            when document_id not in (select document_id from before.documents) then 'document'
            when document_id in (from settled) then 'correction'
            else 'reader'
        end as cause,
        report_id, agency_name, year,
    from now.reports
    anti join before.reports using (report_id)
),

withdrawn as (
    select
        'report_withdrawn' as kind,
        case
            when document_id not in (select document_id from now.documents) then 'document'
            when document_id in (from settled) then 'correction'
            else 'reader'
        end as cause,
        report_id, agency_name, year,
    from before.reports
    anti join now.reports using (report_id)
),

kept as (
    select
        report_id,
        now.reports.agency_name,
        now.reports.year,
        now.reports.document_id <> before.reports.document_id as is_replaced,
    from now.reports
    join before.reports using (report_id)
),

cells as (
    select report_id, key, earlier.state as from_state, earlier.value as from_value, later.state as to_state, later.value as to_value,
    from (from before.cells semi join kept using (report_id)) as earlier
    full join (from now.cells semi join kept using (report_id)) as later using (report_id, key)
    where earlier.state is distinct from later.state or earlier.value is distinct from later.value
),

changed as (
    select
        'cell_changed' as kind,
        case
            when is_replaced then 'document'
            when corrected.key is not null then 'correction'
            else 'reader'
        end as cause,
        cells.*,
        kept.agency_name,
        kept.year,
    from cells
    join kept using (report_id)
    left join corrected using (report_id, key)
)

select
    row_number() over (order by kind, report_id, key) as change_no,
    *
from (from added union all by name from withdrawn union all by name from changed)
