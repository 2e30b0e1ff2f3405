import { readWhere } from './data.ts'
import type { CellRow } from './rows.ts'

const columns = [
  'report_id',
  'form_id',
  'row_id',
  'column_id',
  'key',
  'unit',
  'state',
  'value',
  'note',
  'raw',
  'place_line',
] as const

function toField(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Cells of a report as CSV: UTF-8, LF, RFC 4180, one row per cell of the forms. */
export function toCsv(cells: readonly CellRow[]): string {
  const rows = cells.map((cell) => columns.map((name) => toField(cell[name])).join(','))
  return `${[columns.join(','), ...rows].join('\n')}\n`
}

/** Cells of one report as CSV. */
export async function readReportCsv(id: string): Promise<string> {
  return toCsv(await readWhere('cells', 'report_id', id))
}

/** Everything published on one report as JSON, table by table. */
export async function readReportJson(id: string): Promise<string> {
  const [report, cells, findings, issues, repairs, lines] = await Promise.all([
    readWhere('reports', 'report_id', id),
    readWhere('cells', 'report_id', id),
    readWhere('findings', 'report_id', id),
    readWhere('issues', 'report_id', id),
    readWhere('repairs', 'report_id', id),
    readWhere('lines', 'report_id', id),
  ])
  return `${JSON.stringify({ report: report[0], cells, findings, issues, repairs, lines }, null, 1)}\n`
}
