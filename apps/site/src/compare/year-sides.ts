import { readWhere } from '../data/read-rows.ts'
import type { CellRow, ReportRow } from '../data/rows.ts'
import { toFailing } from '../report/year-before.ts'
import type { Locale } from '../words/locale.ts'
import { toHead } from './sides.ts'
import type { Side, SideCell } from './types.ts'

const toSideCell = ({ state, value, raw }: CellRow): SideCell => ({
  state,
  value: state === 'value' ? (value ?? undefined) : undefined,
  raw: raw ?? '',
})

async function readYearSide(report: ReportRow, locale: Locale): Promise<Side> {
  const [cells, findings] = await Promise.all([
    readWhere('cells', 'report_id', report.report_id),
    readWhere('findings', 'report_id', report.report_id),
  ])
  return {
    ...toHead(report, locale),
    sums: { declared: 0, assessed: report.edits_assessed, failed: report.edits_failed },
    cells: new Map(cells.map((cell) => [cell.key, toSideCell(cell)])),
    doubts: toFailing(findings),
    results: new Map(),
  }
}

/** The reports of one agency of a known year, oldest first, as sides of a comparison. */
export async function readYearSides(reports: readonly ReportRow[], locale: Locale): Promise<readonly Side[]> {
  const dated = reports.filter(({ year }) => year !== null).toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0))
  return Promise.all(dated.map((report) => readYearSide(report, locale)))
}
