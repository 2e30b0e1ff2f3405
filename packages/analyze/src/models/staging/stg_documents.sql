-- One row per input file, as the ledger has it.
select
    path,
    documentId as document_id,
    mediaType as media_type,
    bytes,
    nullif(sourceUrl, '') as source_url,
    nullif(retrievedAt, '') as retrieved_at,
    status,
    reason,
    detail,
    duplicateOf as duplicate_of,
    reader,
from raw_documents
