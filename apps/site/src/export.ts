import { type CsvValue, toCsv } from './csv.ts'
import { readWhere } from './data.ts'
import type { CellRow, ReportRow } from './rows.ts'

const cellColumns = ['key', 'unit', 'state', 'value', 'note', 'raw', 'place_line'] as const
const findingColumns = ['check_id', 'severity', 'status', 'reason', 'left_value', 'right_value', 'difference'] as const
const proposalColumns = ['set_no', 'sets', 'key', 'printed_value', 'proposed_value', 'cause'] as const
const claimColumns = ['line', 'start_offset', 'end_offset', 'figure', 'key', 'table_value', 'status'] as const
const issueColumns = ['code', 'severity', 'key', 'line', 'message_zh', 'message_en'] as const
const repairColumns = ['kind', 'line'] as const
const lineColumns = ['line', 'kind', 'section', 'text'] as const

/** Rows as arrays below the names of their columns: a third of the bytes of one object a row. */
function toTable<C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, unknown>>[]) {
  return { columns, rows: rows.map((row) => columns.map((name) => row[name])) }
}

/** Cells of some reports as CSV: one row per cell of the forms. */
export function toCellsCsv(
  reports: readonly { readonly report: Pick<ReportRow, 'report_id' | 'year'>; readonly cells: readonly CellRow[] }[],
): string {
  const rows = reports.flatMap(({ report, cells }) =>
    cells.map((cell): readonly CsvValue[] => [report.report_id, report.year, ...cellColumns.map((name) => cell[name])]),
  )
  return toCsv(['report_id', 'year', ...cellColumns], rows)
}

/** Reports of an agency, oldest first. */
async function readOwn(agencyId: string): Promise<readonly ReportRow[]> {
  const own = await readWhere('reports', 'agency_id', agencyId)
  return own.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || (a.report_id < b.report_id ? -1 : 1))
}

/** Cells of every report of an agency as CSV. */
export async function readAgencyCsv(agencyId: string): Promise<string> {
  const parts: { report: ReportRow; cells: readonly CellRow[] }[] = []
  for (const report of await readOwn(agencyId)) {
    parts.push({ report, cells: await readWhere('cells', 'report_id', report.report_id) })
  }
  return toCellsCsv(parts)
}

async function readWhole(report: ReportRow) {
  const id = report.report_id
  const issues = await readWhere('issues', 'path', report.path)
  return {
    report,
    cells: toTable(cellColumns, await readWhere('cells', 'report_id', id)),
    findings: toTable(findingColumns, await readWhere('findings', 'report_id', id)),
    proposals: toTable(proposalColumns, await readWhere('proposals', 'report_id', id)),
    claims: toTable(claimColumns, await readWhere('claims', 'report_id', id)),
    issues: toTable(
      issueColumns,
      issues.filter((issue) => issue.report_id === null || issue.report_id === id),
    ),
    repairs: toTable(repairColumns, await readWhere('repairs', 'report_id', id)),
    lines: toTable(lineColumns, await readWhere('lines', 'report_id', id)),
  }
}

/** Everything published on the reports of an agency as JSON, report by report and table by table. */
export async function readAgencyJson(agencyId: string): Promise<string> {
  const reports: Awaited<ReturnType<typeof readWhole>>[] = []
  for (const report of await readOwn(agencyId)) reports.push(await readWhole(report))
  return `${JSON.stringify({ agency_id: agencyId, reports })}\n`
}
