-- One row per cell of every set of changes proposed.
with

proposals as (
    select
        path,
        part,
        is_kept,
        reportId as report_id,
        unnest(proposals) as item,
    from raw_reports
)

select
    path,
    part,
    is_kept,
    report_id,
    item.setNo as set_no,
    item.setRank as set_rank,
    item.sets as sets,
    item.kind as kind,
    item.editsRestored as edits_restored,
    item.key as key,
    item.printedValue as printed_value,
    item.proposedValue as proposed_value,
    item.cause as cause,
    item.messageZh as message_zh,
    item.messageEn as message_en,
from proposals
