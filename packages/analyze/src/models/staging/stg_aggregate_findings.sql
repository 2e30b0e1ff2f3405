-- One row per report of a whole area and cell that its parts should add up to: the organs of the area, its own included,
-- and the reports of the areas below. Assessed only where all of them have a report.
with

parts as (
    select stg_areas.report_id, reports.report_id as part_id
    from stg_areas
    join reports using (region_code, year)
    where reports.scope is distinct from 'area'
    union all
    select stg_areas.report_id, below.report_id as part_id
    from stg_areas
    join stg_divisions as regions on regions.parent_code = stg_areas.region_code
    join stg_areas as below on below.region_code = regions.region_code and below.year = stg_areas.year
),

part_sums as (
    select
        parts.report_id,
        cells.key,
        count(*) as part_count,
        if(count(value) = count(*), sum(value), null) as part_sum,
    from parts
    join cells on cells.report_id = part_id
    where key in (select key from aggregate_cells)
    group by all
),

judged as (
    select
        stg_areas.report_id,
        stg_areas.year,
        aggregate_cells.*,
        own.value as whole,
        part_count,
        if(is_full, part_sum, null) as parts_total,
        case when not is_full then 'coverage_partial' when whole is null or part_sum is null then 'cells_absent' end as reason,
    from stg_areas
    cross join aggregate_cells
    left join cells as own on own.report_id = stg_areas.report_id and own.key = aggregate_cells.key
    left join part_sums on part_sums.report_id = stg_areas.report_id and part_sums.key = aggregate_cells.key
)

select
    report_id,
    'P.AGGREGATE.' || key as check_id,
    case when reason is not null then 'not_assessable' when whole = parts_total then 'pass' else 'fail' end as status,
    reason,
    whole as left_value,
    parts_total as right_value,
    whole - parts_total as difference,
    [key] as cells,
    label_zh || case
        when reason = 'coverage_partial' then '：本地区各机关 ' || year || ' 年的报告没有收齐，不能与汇总核对'
        when reason is not null then '：有单元格没有数值，不能与汇总核对'
        else '：' || year || ' 年汇总报告 ' || to_shown(whole) || '，' || part_count || ' 份所属报告合计 ' || to_shown(parts_total)
    end as message_zh,
    label_en || case
        when reason = 'coverage_partial' then ': not every organ of the area has its report for ' || year || ', so their sum says nothing'
        when reason is not null then ': a cell holds no number, so the sum of the parts says nothing'
        else ': the report on the area for ' || year || ' has ' || to_shown(whole) || ', its ' || part_count || ' parts add up to ' || to_shown(parts_total)
    end as message_en,
from judged
