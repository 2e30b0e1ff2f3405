-- One row per message that findings have.
select distinct
    message_id,
    message_zh,
    message_en,
from stg_told_findings
