import { countFound, type FormId, toEditions, toFormCells } from '@gongkai/schema'
import { type Outcomes, readOutcomes } from '../data/outcomes.ts'
import { scan } from '../data/read-rows.ts'
import type { ReportRow } from '../data/rows.ts'
import { toCsv } from '../text/csv.ts'

const reportColumns = [
  ...(['report_id', 'agency_id', 'agency_name', 'title', 'year', 'region_code', 'province', 'prefecture'] as const),
  ...(['county', 'zone', 'level', 'published_on', 'signed_on', 'days_late', 'edition', 'trust'] as const),
  ...(['cells_expected', 'cells_read', 'cells_blank', 'cells_missing', 'edits_assessed', 'edits_failed'] as const),
] satisfies readonly (keyof ReportRow)[]

/** Keys of the total column of a table in printed order; what only earlier editions have comes last. */
function toTotalKeys(formId: FormId): readonly string[] {
  const cells = toEditions(formId).flatMap(toFormCells)
  return [...new Set(cells.filter(({ column }) => column.id === 'total').map(({ key }) => key))]
}

const totalKeys = [...toTotalKeys('requests'), ...toTotalKeys('proceedings')]

/** What the checks came to, in the codes of the glossary, with how many of how many. */
const outcomeColumns = [
  ['cells_found', (report) => countFound(report)],
  ['edits_declared', (_, { sumCounts }) => sumCounts.declared],
  ['sums_outcome', (_, { sums }) => sums],
  ['claims_stated', (_, { textCounts }) => textCounts.stated],
  ['claims_agreeing', (_, { textCounts }) => textCounts.agreeing],
  ['claims_differing', (_, { textCounts }) => textCounts.differing],
  ['text_outcome', (_, { text }) => text],
] as const satisfies readonly (readonly [string, (report: ReportRow, outcomes: Outcomes) => string | number])[]

const noTotals = new Float64Array(totalKeys.length).fill(Number.NaN)

/** Report id → its totals in the order of their keys; NaN where it prints no number. */
type Totals = ReadonlyMap<string, Float64Array>

async function scanTotals(): Promise<Totals> {
  const places = new Map(totalKeys.map((key, place) => [key, place]))
  const totals = new Map<string, Float64Array>()
  const add = (id: string, key: string, total: number | null) => {
    const own = totals.get(id) ?? noTotals.slice()
    totals.set(id, own)
    const place = places.get(key)
    if (total !== null && place !== undefined) own[place] = total
  }
  await scan('requests', ['report_id', 'row_id', 'total'], (row) =>
    add(row.report_id, `requests.${row.row_id}.total`, row.total),
  )
  await scan('proceedings', ['report_id', 'row_id', 'total'], (row) =>
    add(row.report_id, `${row.row_id}.total`, row.total),
  )
  return totals
}

/** Totals as they are printed; null for each that is not. */
const toPrinted = (totals: Float64Array = noTotals): readonly (number | null)[] =>
  [...totals].map((total) => (Number.isNaN(total) ? null : total))

let held: Promise<Totals> | undefined

/** One row a report: what it is, how it was read, and the total column of 表三 and 表四. */
export interface TotalsTable {
  /** Columns of `reports`, what its checks came to, then cell keys. */
  readonly columns: readonly string[]
  /** Null where the report prints no number; the table `cells` of the dataset says what stands there instead. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Sets some reports as a table, by place, agency and year. */
export async function readTotals(reports: readonly ReportRow[]): Promise<TotalsTable> {
  held ??= scanTotals()
  const [totals, outcomesOf] = await Promise.all([held, readOutcomes()])
  const orderOf = (row: ReportRow) => `${row.region_code ?? '~'} ${row.report_id}`
  const sorted = reports.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return {
    columns: [...reportColumns, ...outcomeColumns.map(([name]) => name), ...totalKeys],
    rows: sorted.map((row) => [
      ...reportColumns.map((name) => row[name]),
      ...outcomeColumns.map(([, tell]) => tell(row, outcomesOf(row))),
      ...toPrinted(totals.get(row.report_id)),
    ]),
  }
}

/** The table of some reports as CSV. */
export async function readTotalsCsv(reports: readonly ReportRow[]): Promise<string> {
  const { columns, rows } = await readTotals(reports)
  return toCsv(columns, rows)
}

/** The table of some reports as JSON: column names and rows of values. */
export async function readTotalsJson(reports: readonly ReportRow[]): Promise<string> {
  return `${JSON.stringify(await readTotals(reports))}\n`
}
