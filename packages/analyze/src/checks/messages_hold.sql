-- Every finding says something in both languages, and no message stands without a finding.
with

used as (
    select distinct message_id from findings
),

judged as (
    select
        coalesce(used.message_id, messages.message_id) as id,
        used.message_id is null or messages.message_id is null or message_zh is null or message_en is null as fails,
    from used
    full join messages using (message_id)
)

select
    count(*) as examined,
    count(*) filter (fails) as failed,
    (list(id order by id) filter (fails))[:5] as sample,
from judged
