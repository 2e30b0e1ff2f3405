import { askParquet } from '../parquet.ts'

/** How an indicator is spread over the reports of a year, those of one level or ('') of all. */
export interface PublishedSpread {
  readonly indicatorId: string
  readonly year: string
  readonly level: string
  readonly count: number
  /** Of a yes-or-no figure: those of which it is yes. */
  readonly yes: number
  /** Of ten reports and more. */
  readonly quartiles: readonly [lower: number, median: number, upper: number] | undefined
}

const sql = `
  select
      indicator_id,
      year,
      level,
      count(value) as given,
      count(*) filter (value = 1) as yes,
      quantile_cont(value, 0.25) as lower_quartile,
      quantile_cont(value, 0.5) as middle,
      quantile_cont(value, 0.75) as upper_quartile,
  from '{out}/indicators.parquet'
  join '{out}/reports.parquet' using (report_id)
  where year is not null
  group by grouping sets ((indicator_id, year), (indicator_id, year, level))
  having grouping(level) = 1 or (level is not null and count(value) > 0)`

/** Every spread, by the quantiles of DuckDB and not those of the site. */
export async function readSpreads(folder: string): Promise<readonly PublishedSpread[]> {
  const rows = await askParquet(folder, sql)
  return rows.map((row) => ({
    indicatorId: row['indicator_id'] ?? '',
    year: row['year'] ?? '',
    level: row['level'] ?? '',
    count: Number(row['given']),
    yes: Number(row['yes']),
    quartiles:
      Number(row['given']) < 10
        ? undefined
        : [Number(row['lower_quartile']), Number(row['middle']), Number(row['upper_quartile'])],
  }))
}
