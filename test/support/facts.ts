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
