import { readParquet } from './parquet.ts'

/** A row of a published table. */
export type Row = Readonly<Record<string, unknown>>

/** What the dataset says, which the pages are held to. */
export interface Facts {
  readonly reports: readonly Row[]
  readonly outcomes: readonly Row[]
  readonly indicators: readonly Row[]
  readonly requests: readonly Row[]
  /** `<report id> <key>` → row of `cells`. */
  readonly cells: ReadonlyMap<string, Row>
  /** Keys of the cells of failing sums, by report. */
  readonly doubts: ReadonlyMap<string, ReadonlySet<string>>
}

/** Reads what pages are held to, from the Parquet files. */
export async function readFacts(folder: string): Promise<Facts> {
  const names = ['reports', 'outcomes', 'indicators', 'requests', 'cells', 'findings']
  const [reports = [], outcomes = [], indicators = [], requests = [], cells = [], findings = []] = await Promise.all(
    names.map((name) => readParquet(folder, name)),
  )
  const failing = findings.filter((row) => row['is_sum_edit'] === true && row['status'] === 'fail')
  const doubts = [...Map.groupBy(failing, (row) => String(row['report_id']))].map(
    ([id, rows]) => [id, new Set(rows.flatMap((row) => (row['cells'] ?? []) as string[]))] as const,
  )
  const byKey = cells.map((row) => [`${row['report_id']} ${row['key']}`, row] as const)
  return { reports, outcomes, indicators, requests, cells: new Map(byKey), doubts: new Map(doubts) }
}

export const idOf = (row: Row) => String(row['report_id'])
export const agencyOf = (row: Row) => String(row['agency_id'])
export const yearOf = (row: Row) => Number(row['year'])
export const nameOf = (row: Row) => String(row['agency_name'])
/** Total of a row of 表三, if a number is printed. */
export const totalOf = (facts: Facts, id: string, row: string) =>
  facts.cells.get(`${id} requests.${row}.total`)?.['value']

/** The newest report of an agency: what its page lists first. */
function newestOf(facts: Facts, agencyId: string): Row {
  const own = facts.reports.filter((row) => agencyOf(row) === agencyId && row['year'] !== null)
  const [newest] = own.toSorted((a, b) => yearOf(b) - yearOf(a))
  if (!newest) throw new Error(`Cannot ask about "${agencyId}": it has no report of a known year`)
  return newest
}

/** What the demo must have for a question to be asked. */
export function need<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`Cannot ask: the demo has no ${what}`)
  return found
}

/** Agencies that a name tells apart, whose newest report is compared with peers. */
export function findBureau(facts: Facts): { readonly report: Row; readonly rate: Row } {
  const rates = new Map(
    facts.indicators.filter((row) => row['indicator_id'] === 'disclosure_rate').map((row) => [idOf(row), row]),
  )
  const names = Map.groupBy(new Set(facts.reports.map(agencyOf)), (id) => nameOf(newestOrAny(facts, id)))
  const found = facts.reports.find((row) => {
    const rate = rates.get(idOf(row))
    const isNewest = row['year'] !== null && idOf(newestOf(facts, agencyOf(row))) === idOf(row)
    return isNewest && rate?.['value'] != null && rate['peer_median'] != null && names.get(nameOf(row))?.length === 1
  })
  const report = need(found, 'bureau with peers')
  return { report, rate: need(rates.get(idOf(report)), 'rate') }
}

const newestOrAny = (facts: Facts, agencyId: string): Row =>
  need(
    facts.reports.find((row) => agencyOf(row) === agencyId),
    'such agency',
  )

/** Agencies with two neighbouring years that print new requests, in the later one some: rows of zeros alone are left out. */
export function findSeries(facts: Facts): readonly Row[] {
  return facts.reports.filter((row) => {
    if (row['year'] === null || idOf(newestOf(facts, agencyOf(row))) !== idOf(row)) return false
    const before = `${agencyOf(row)}-${yearOf(row) - 1}`
    const [now, then] = [idOf(row), before].map((id) => totalOf(facts, id, 'new_received'))
    return typeof now === 'number' && now > 0 && typeof then === 'number'
  })
}
