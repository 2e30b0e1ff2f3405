import { type Label, smallN, toEditions } from '@gongkai/schema'
import { scan } from '../data/read-rows.ts'
import type { ReportRow } from '../data/rows.ts'

/** A ground of refusal, and how many requests were refused on it. */
interface Ground {
  readonly label: Label
  readonly count: number
}

/** How much of what a report answered was refused: of thirty results and more. */
export interface Refusal {
  readonly report: ReportRow
  readonly refused: number
  readonly results: number
  readonly share: number
  /** Grounds by number, the most frequent first; those of a report that prints none are not known. */
  readonly grounds: readonly Ground[]
}

type Numbers = Pick<Refusal, 'refused' | 'results' | 'share' | 'grounds'>

const prefix = 'refused.'

/** Row id of a ground → what it is called, without its numeral. */
const groundLabels = new Map(
  toEditions('requests').flatMap(({ blocks }) =>
    blocks.flatMap(({ rows }) =>
      rows.flatMap(({ id, label }) => (id.startsWith(prefix) ? [[id, label] as const] : [])),
    ),
  ),
)

async function scanGrounds(): Promise<ReadonlyMap<string, readonly Ground[]>> {
  const grounds = new Map<string, Ground[]>()
  await scan('requests', ['report_id', 'row_id', 'total'], ({ report_id, row_id, total }) => {
    const label = groundLabels.get(row_id)
    if (!label || total === null || total <= 0) return
    const own = grounds.get(report_id) ?? []
    grounds.set(report_id, own)
    own.push({ label, count: total })
  })
  return grounds
}

async function scanNumbers(): Promise<ReadonlyMap<string, Numbers>> {
  const grounds = await scanGrounds()
  const numbers = new Map<string, Numbers>()
  await scan('outcomes', ['report_id', 'group_id', 'request_count', 'results_sum', 'share'], (row) => {
    const { report_id, request_count, results_sum, share } = row
    if (row.group_id !== 'refused' || request_count === null || results_sum === null || share === null) return
    if (results_sum < smallN) return
    const own = (grounds.get(report_id) ?? []).toSorted((a, b) => b.count - a.count)
    numbers.set(report_id, { refused: request_count, results: results_sum, share, grounds: own })
  })
  return numbers
}

let held: Promise<ReadonlyMap<string, Numbers>> | undefined

/** The largest shares refused among some reports, of the newest year in which one has thirty results and more. */
export async function readRefusals(reports: readonly ReportRow[], most: number) {
  held ??= scanNumbers()
  const numbers = await held
  const given = reports.flatMap((report) => {
    const own = numbers.get(report.report_id)
    return own && report.year !== null ? [{ report, year: report.year, ...own }] : []
  })
  const year = Math.max(...given.map((one) => one.year))
  const own = given.filter((one) => one.year === year)
  const sorted = own.toSorted((a, b) => b.share - a.share || (a.report.report_id < b.report.report_id ? -1 : 1))
  return { year, count: own.length, refusals: sorted.slice(0, most) as readonly Refusal[] }
}
