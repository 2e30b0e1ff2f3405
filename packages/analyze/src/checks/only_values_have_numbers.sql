-- A cell has a number exactly when its state is `value`: a blank is never 0.
select
    count(*) as examined,
    count(*) filter ((state = 'value') <> (value is not null)) as failed,
    (list(report_id || ' ' || key order by report_id, key) filter ((state = 'value') <> (value is not null)))[:5] as sample,
from cells
