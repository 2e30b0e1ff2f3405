-- One row per message that findings have.
with

different as (
    select distinct message_zh, message_en from stg_told_findings
)

select
    to_message_id(message_zh, message_en) as message_id,
    message_zh,
    message_en,
from different
