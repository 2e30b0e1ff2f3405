import { type Cell, type FormCell, type FormId, perForm, toFormCells } from '@gongkai/schema'
import { trace } from '../text/trace.ts'
import type { IssueNote } from '../types.ts'
import { type CellReading, cellId, type TableReading } from './reading.ts'

/** Every expected cell of a table, `missing` where nothing was read. */
export function toCells({ form, reading }: TableReading, issues: IssueNote[]): readonly Cell[] {
  return slotsOf(form).map(({ id, cell, empty }) => {
    const read = reading.cells.get(id)
    return read ? toCell(cell, empty, read, issues) : empty
  })
}

/** An expected cell, and what is published where nothing was read of it. */
interface Slot {
  readonly id: string
  readonly cell: FormCell
  readonly empty: Cell
}

const slotsOf = perForm((form): readonly Slot[] =>
  toFormCells(form).map((cell) => ({ id: cellId(cell), cell, empty: emptyCell(cell) })),
)

const sections: Readonly<Record<FormId, number>> = { disclosure: 2, requests: 3, proceedings: 4 }

const emptyCell = (cell: FormCell): Cell => ({
  key: cell.key,
  formId: cell.formId,
  rowId: cell.row.id,
  columnId: cell.column.id,
  unit: cell.column.unit,
  state: 'missing',
  value: null,
  note: null,
  raw: null,
  place: null,
  reader: null,
})

function toCell(cell: FormCell, empty: Cell, read: CellReading, issues: IssueNote[]): Cell {
  const { value, unit } = toValue(cell, read, issues)
  const place = {
    line: read.line,
    section: sections[cell.formId],
    table: read.table,
    row: read.row,
    column: read.column,
    page: null,
  }
  const { state, note } = isCountIn(read, cell) ? notCounted : read.parsed
  if (state === 'text') noteCell(issues, 'not_a_count', cell, read)
  if (state === 'value' && read.isPartial) noteCell(issues, 'part_left_out', cell, read)
  if (note !== null) noteCell(issues, 'number_annotated', cell, read)
  return { ...empty, unit, state, value, note, raw: read.raw, place, reader: read.reader }
}

const notCounted = { state: 'text', note: null } as const

/** A count with the unit of an amount (`1万`, `3元`): a rounded number, or one of another column. */
const isCountIn = ({ parsed }: CellReading, { column }: FormCell): boolean =>
  parsed.unit !== null && column.measure !== 'amount'

function noteCell(issues: IssueNote[], code: IssueNote['code'], cell: FormCell, read: CellReading): void {
  const printed = read.raw.slice(0, 60)
  const isTaken = printed.includes(trace)
  const shown = printed.replaceAll(trace, '▣')
  const detail = {
    zh: `“${shown}”${isTaken ? '（▣处是图片、公式，或被划去、隐去的内容）' : ''}`,
    en: `"${shown}"${isTaken ? ' (at ▣ stands a picture, a formula, or what is struck out or hidden)' : ''}`,
  }
  issues.push({ code, severity: code === 'not_a_count' ? 'warning' : 'info', key: cell.key, line: read.line, detail })
}

const factors = { 元: 1, 万元: 10_000, 亿元: 100_000_000 } as const

/** Amounts are published in the unit of the form, whatever unit the cell or its head prints. */
function toValue(cell: FormCell, read: CellReading, issues: IssueNote[]): { value: number | null; unit: Cell['unit'] } {
  const { value } = read.parsed
  const isAmount = cell.column.measure === 'amount'
  if (value === null || isCountIn(read, cell)) return { value: null, unit: cell.column.unit }
  if (!isAmount) return { value, unit: cell.column.unit }
  const printed = read.parsed.unit ?? read.headUnit
  const own = cell.column.unit === '元' ? '元' : '万元'
  if (printed === null) {
    if (own === '万元' || value === 0) return { value, unit: cell.column.unit }
    noteCell(issues, 'unit_missing', cell, read)
    return { value, unit: null }
  }
  if (printed !== own) noteCell(issues, 'unit_converted', cell, read)
  const converted = (value * factors[printed]) / factors[own]
  return { value: Number(converted.toPrecision(15)), unit: cell.column.unit }
}
