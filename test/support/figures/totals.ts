import { toGrouped } from '../compared.ts'
import { askParquet } from '../parquet.ts'

/** What lists and headlines say of one report; null where the dataset holds no number. */
export interface ReportTotals {
  readonly reportId: string
  readonly agencyId: string
  readonly year: string
  readonly regionCode: string
  /** Date of publication, else of signature, else ''. */
  readonly day: string
  readonly isPublished: boolean
  readonly daysLate: number | null
  readonly received: number | null
  readonly results: number | null
  readonly disclosed: number | null
  readonly declared: number
  readonly assessed: number
  readonly failed: number
  readonly cells: number
  readonly found: number
  readonly numbers: number
}

/** One row a report, counted from the tables that hold the single facts. */
const sql = `
  with
  sums as (
      select
          report_id,
          count(*) as declared,
          count(*) filter (status <> 'not_assessable') as assessed,
          count(*) filter (status = 'fail') as failed,
      from '{out}/findings.parquet'
      where is_sum_edit and severity = 'must'
      group by all
  ),
  counted as (
      select
          report_id,
          count(*) as cells,
          count(*) filter (state <> 'missing') as found,
          count(*) filter (state = 'value') as numbers,
      from '{out}/cells.parquet'
      group by all
  ),
  rates as (from '{out}/indicators.parquet' where indicator_id = 'disclosure_rate'),
  intakes as (from '{out}/cells.parquet' where key = 'requests.new_received.total' and state = 'value')
  select
      reports.report_id,
      reports.agency_id,
      reports.year,
      reports.region_code,
      reports.published_on,
      reports.days_late,
      coalesce(published_on, signed_on) as day,
      intakes.value as received,
      denominator as results,
      numerator as disclosed,
      coalesce(declared, 0) as declared,
      coalesce(assessed, 0) as assessed,
      coalesce(failed, 0) as failed,
      coalesce(cells, 0) as cells,
      coalesce(found, 0) as found,
      coalesce(numbers, 0) as numbers,
  from '{out}/reports.parquet' as reports
  left join sums using (report_id)
  left join counted using (report_id)
  left join rates using (report_id)
  left join intakes using (report_id)`

const toNumber = (text: string | undefined): number | null => (text ? Number(text) : null)

/** Counts every report of a dataset. */
export async function readReportTotals(folder: string): Promise<readonly ReportTotals[]> {
  const rows = await askParquet(folder, sql)
  return rows.map((row) => ({
    reportId: row['report_id'] ?? '',
    agencyId: row['agency_id'] ?? '',
    year: row['year'] ?? '',
    regionCode: row['region_code'] ?? '',
    day: row['day'] ?? '',
    isPublished: row['published_on'] !== '',
    daysLate: toNumber(row['days_late']),
    received: toNumber(row['received']),
    results: toNumber(row['results']),
    disclosed: toNumber(row['disclosed']),
    declared: Number(row['declared']),
    assessed: Number(row['assessed']),
    failed: Number(row['failed']),
    cells: Number(row['cells']),
    found: Number(row['found']),
    numbers: Number(row['numbers']),
  }))
}

/** A share of thirty and more, else counts, as lists state it. */
export function toStated(part: number, whole: number, measure: string): string {
  if (whole === 0) return '—'
  return whole < 30
    ? `${whole} ${measure}中 ${part} ${measure}`
    : `${(Math.round((1000 * part) / whole) / 10).toFixed(1)}%`
}

/** The results of the reports whose results were all counted, and those of them that were granted. */
export function sumDisclosure(own: readonly ReportTotals[]) {
  const counted = own.filter(({ results, disclosed }) => results !== null && disclosed !== null)
  return {
    answered: counted.length,
    results: counted.reduce((sum, { results }) => sum + (results ?? 0), 0),
    disclosed: counted.reduce((sum, { disclosed }) => sum + (disclosed ?? 0), 0),
  }
}

/** How a row of a table of groups counts its reports: reports, no request, results, disclosed, a failing sum. */
export function toTallyCells(own: readonly ReportTotals[]): readonly string[] {
  const printed = own.filter(({ received }) => received !== null)
  const assessed = own.filter((report) => report.assessed > 0)
  const { answered, results } = sumDisclosure(own)
  return [
    `${own.length}`,
    toStated(printed.filter(({ received }) => received === 0).length, printed.length, '份'),
    answered === 0 ? '—' : toGrouped(results),
    stateDisclosure(own),
    toStated(assessed.filter(({ failed }) => failed > 0).length, assessed.length, '份'),
  ]
}

/** What a cell of the matrix of places and years says of its reports. */
export function toMatrixCell(own: readonly ReportTotals[]): string {
  if (own.length === 0) return '—未收录'
  const { answered, results } = sumDisclosure(own)
  const said = answered === 0 ? '结果未读出' : results === 0 ? '无办结' : stateDisclosure(own)
  return `${own.length} 份${said}`
}

/** What of the results of some reports was disclosed. */
export function stateDisclosure(own: readonly ReportTotals[]): string {
  const { disclosed, results } = sumDisclosure(own)
  return toStated(disclosed, results, '件')
}
