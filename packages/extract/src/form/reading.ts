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
  /** Ids of rows and columns whose labels are printed, whether or not a value was read. */
  readonly labels: ReadonlySet<string>
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
})

/** Most characters of a row that an issue shows. */
const mostShown = 80

/** What is wrong with a row of more or fewer values than it should have, with the row as it is printed; □ is an empty cell. */
export function toRagged(values: readonly Printed[], expected: number): NonNullable<IssueNote['detail']> {
  const shown = values.map(({ text }) => text || '□').join(' | ')
  const row = shown.length > mostShown ? `${shown.slice(0, mostShown)}…` : shown
  return {
    zh: `印有 ${values.length} 个值，应为 ${expected} 个：“${row}”`,
    en: `${values.length} values, ${expected} expected: "${row}"`,
  }
}

/** Identity of a cell within its form. */
export const cellId = ({ row, column }: { readonly row: Named; readonly column: Named }): string =>
  `${row.id}|${column.id}`

interface Named {
  readonly id: string
}
