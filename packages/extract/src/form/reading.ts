import type { Edition, Form, FormId } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'
import type { Printed, PrintedRow } from './rows/printed-row.ts'
import { type ParsedValue, parseValue } from './value.ts'

/** One cell as read, before it becomes a published row. */
export interface CellReading {
  readonly raw: string
  readonly parsed: ParsedValue
  readonly line: number
  readonly table: number | null
  readonly row: number | null
  readonly column: number | null
  readonly reader: 'grid' | 'run'
  /** Unit that the head over the cell prints, if any. */
  readonly headUnit: '元' | '万元' | '亿元' | null
  /** Something beside the number was left out of it. */
  readonly isPartial: boolean
}

/** What was read from one statutory table: cells by row and column id. */
export interface FormReading {
  readonly formId: FormId
  /** The edition that is printed; null where what is printed stands in several. */
  readonly edition: Edition | null
  readonly cells: ReadonlyMap<string, CellReading>
  readonly issues: readonly IssueNote[]
  /** Check ids of edits that were used to cut joined digits. */
  readonly usedEdits: ReadonlySet<string>
  /** The labels of rows and columns that are printed, by their ids, whether or not a value was read. */
  readonly labels: ReadonlyMap<string, Pick<Printed, 'text' | 'line'>>
  /** Lines that were read or knowingly passed over as heads. */
  readonly lines: ReadonlySet<number>
}

/** A form with what was read of it. */
export interface TableReading {
  readonly form: Form
  readonly reading: FormReading
}

export const toCellReading = (
  value: Printed,
  row: PrintedRow,
  headUnit: CellReading['headUnit'] = null,
): CellReading => ({
  headUnit,
  raw: value.text,
  parsed: parseValue(value.text),
  line: value.line,
  table: row.table,
  row: row.row,
  column: row.reader === 'grid' ? value.column : null,
  reader: row.reader,
  isPartial: value.isPartial === true,
})

/** Most characters of a row that an issue shows. */
const mostShown = 80

type Detail = NonNullable<IssueNote['detail']>

/**
 * Texts of a row as an issue shows them; □ is an empty cell.
 *
 * @example 部分公开, 3 and an empty cell → `部分公开 | 3 | □`
 */
export function toShown(texts: readonly Pick<Printed, 'text'>[]): string {
  const shown = texts.map(({ text }) => text || '□').join(' | ')
  return shown.length > mostShown ? `${shown.slice(0, mostShown)}…` : shown
}

/** A row as it is printed, by its own label: in a run, heads and headings may stand in front of it. */
export function toQuoted({ labels, values }: Pick<PrintedRow, 'labels' | 'values'>): Detail {
  const row = toShown([...labels.filter(({ text }) => text !== '').slice(-1), ...values])
  return { zh: `“${row}”`, en: `"${row}"` }
}

/** What is wrong with a row of more or fewer values than it should have, with its values as they are printed. */
export function toRagged(values: readonly Pick<Printed, 'text'>[], expected: number): Detail {
  const row = toShown(values)
  return {
    zh: `印有 ${values.length} 个值，应为 ${expected} 个：“${row}”`,
    en: `${values.length} ${values.length === 1 ? 'value' : 'values'}, ${expected} expected: "${row}"`,
  }
}

/** A label without a value. */
export const toValueless = ({ text }: Pick<Printed, 'text'>, expected: number): Detail => ({
  zh: `印有行名，没有值，应有 ${expected} 个：“${text.slice(0, mostShown)}”`,
  en: `a label without a value, ${expected} expected: "${text.slice(0, mostShown)}"`,
})

/** Identity of a cell within its form. */
export const cellId = ({ row, column }: { readonly row: Named; readonly column: Named }): string =>
  `${row.id}|${column.id}`

interface Named {
  readonly id: string
}
