-- Marks the copies that are published. A mark is read beside what it is about, where a join would hold the rows of every
-- report in memory.
update raw_entries
set is_kept = true
from stg_kept_reports as kept
where kept.path = raw_entries.path and kept.part = raw_entries.part
