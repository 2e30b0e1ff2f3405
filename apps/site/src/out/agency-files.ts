import { formIds, forms, toFormCells } from '@gongkai/schema'
import { outcomesOf } from '../data/outcomes.ts'
import { readWhere } from '../data/read-rows.ts'
import type { CellRow, ReportRow } from '../data/rows.ts'
import { readShownVersion } from '../data/shown-version.ts'
import { toFailing } from '../report/year-before.ts'
import { type CsvValue, toCsv } from '../text/csv.ts'

const cellColumns = ['key', 'unit', 'state', 'value', 'note', 'raw', 'place_line'] as const
const findingColumns = ['check_id', 'severity', 'status', 'reason', 'left_value', 'right_value', 'difference'] as const
const proposalColumns = ['set_no', 'set_rank', 'sets', 'key', 'printed_value', 'proposed_value', 'cause'] as const
const claimColumns = ['line', 'start_offset', 'end_offset', 'figure', 'key', 'table_value', 'status'] as const
const issueColumns = ['code', 'severity', 'key', 'line'] as const

/** Cell key → place in the forms: the published table is sorted by key, a reader expects the order of the form. */
const printedOrder = new Map<string, number>()
for (const id of formIds) {
  for (const form of Object.values(forms[id])) {
    for (const { key } of toFormCells(form)) if (!printedOrder.has(key)) printedOrder.set(key, printedOrder.size)
  }
}

async function readCells(reportId: string): Promise<readonly CellRow[]> {
  const placeOf = ({ key }: CellRow) => printedOrder.get(key) ?? printedOrder.size
  return (await readWhere('cells', 'report_id', reportId)).toSorted((a, b) => placeOf(a) - placeOf(b))
}

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
    parts.push({ report, cells: await readCells(report.report_id) })
  }
  return toCellsCsv(parts)
}

/** A cell in JSON: its number where one is printed plainly, else what is printed and what that is; null where the form has no cell. */
type JsonCell = number | Partial<Pick<CellRow, 'state' | 'value' | 'raw' | 'note' | 'unit'>> | null

/** A table in JSON: rows by id, cells in the order of the columns, and the line that each was read from. */
export interface JsonTable {
  readonly columns: readonly string[]
  readonly rows: Readonly<Record<string, readonly JsonCell[]>>
  readonly lines: Readonly<Record<string, readonly (number | null)[]>>
}

function toJsonCell(cell: CellRow | undefined): JsonCell {
  if (!cell) return null
  const { state, value, raw, note, unit } = cell
  const isPlain = state === 'value' && value !== null && note === null && unit === '件'
  if (isPlain) return value
  const rest = Object.entries({ value, raw, note, unit }).filter(([, part]) => part !== null)
  return { state, ...Object.fromEntries(rest) }
}

/** The statutory tables of a report, each as a grid: a tenth of the bytes of one object a cell. */
export function toJsonTables(cells: readonly CellRow[]): Readonly<Record<string, JsonTable>> {
  const forms = [...Map.groupBy(cells, ({ form_id }) => form_id)]
  return Object.fromEntries(forms.map(([form, own]) => [form, toJsonTable(own)]))
}

function toJsonTable(cells: readonly CellRow[]): JsonTable {
  const columns = [...new Set(cells.map(({ column_id }) => column_id))]
  const rows = [...Map.groupBy(cells, ({ row_id }) => row_id)].map(([row, own]) => {
    const byColumn = new Map(own.map((cell) => [cell.column_id, cell]))
    return [row, columns.map((column) => byColumn.get(column))] as const
  })
  return {
    columns,
    rows: Object.fromEntries(rows.map(([row, own]) => [row, own.map(toJsonCell)])),
    lines: Object.fromEntries(rows.map(([row, own]) => [row, own.map((cell) => cell?.place_line ?? null)])),
  }
}

async function readWhole(report: ReportRow) {
  const id = report.report_id
  const issues = await readWhere('issues', 'path', report.path)
  const repairs = await readWhere('repairs', 'report_id', id)
  const [findings, claims] = [await readWhere('findings', 'report_id', id), await readWhere('claims', 'report_id', id)]
  const { sumCounts, sums, textCounts, text } = outcomesOf(report, findings, claims)
  const results = await readWhere('outcomes', 'report_id', id)
  return {
    report,
    outcomes: { sums: { outcome: sums, ...sumCounts }, text: { outcome: text, ...textCounts } },
    tables: toJsonTables(await readCells(id)),
    results: Object.fromEntries(results.map(({ group_id, request_count }) => [group_id, request_count])),
    findings: toTable(findingColumns, findings),
    in_doubt: [...toFailing(findings)].sort(),
    proposals: toTable(proposalColumns, await readWhere('proposals', 'report_id', id)),
    claims: toTable(claimColumns, claims),
    issues: toTable(
      issueColumns,
      issues.filter((issue) => issue.report_id === null || issue.report_id === id),
    ),
    repairs: Object.fromEntries(
      [...Map.groupBy(repairs, ({ kind }) => kind)].sort().map(([kind, list]) => [kind, list.length]),
    ),
  }
}

/**
 * What was read and checked in the reports of an agency as JSON, report by report and table by table, with the version
 * that its pages name. Their text, and each repair with its place, are in the dataset.
 */
export async function readAgencyJson(agencyId: string): Promise<string> {
  const reports: Awaited<ReturnType<typeof readWhole>>[] = []
  for (const report of await readOwn(agencyId)) reports.push(await readWhole(report))
  const version = await readShownVersion({ kind: 'agency', id: agencyId })
  return `${JSON.stringify({ agency_id: agencyId, data_version: version, reports })}\n`
}
