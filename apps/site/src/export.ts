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

/** A row without its report_id, which the file states once. */
function toOwn({ report_id: _, ...row }: { readonly report_id: string | null }) {
  return row
}

/** Everything published on one report as JSON, table by table. */
export async function readReportJson(id: string): Promise<string> {
  const names = ['cells', 'findings', 'issues', 'repairs', 'lines'] as const
  const [report] = await readWhere('reports', 'report_id', id)
  const parts = await Promise.all(
    names.map(async (name) => [name, (await readWhere(name, 'report_id', id)).map(toOwn)]),
  )
  return `${JSON.stringify({ report, ...Object.fromEntries(parts) })}\n`
}
