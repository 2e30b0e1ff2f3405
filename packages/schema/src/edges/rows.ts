import type { z } from 'zod'
import { quote } from './quote.ts'

/** A CSV file as it was split: names of columns, and rows. */
export interface CsvTable {
  /** As a message names it, e.g. `data/lookups/labels.csv`. */
  readonly file: string
  /** Empty for a file without a single line. */
  readonly head: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** One row of a CSV file. */
export interface CsvRow {
  /** Line of the file on which the row begins, from 1, as an editor shows it. */
  readonly line: number
  readonly fields: readonly string[]
}

/** What the rows of a file must be. */
export interface RowShape<Row extends z.ZodObject> {
  /** Each message of the schema goes on after `column "value"`: `must be …`, `is no …; allowed: …`. */
  readonly row: Row
  /** Columns in which no two rows are the same. */
  readonly unique: readonly (keyof z.output<Row> & string)[]
  /** By what their values are the same; by all that they are, by default. */
  readonly toKey?: (value: string) => string
  /** Whether the file may have further columns, and rows that end early. */
  readonly isOpen?: boolean
  /** How a value is shown in a message; as it is by default. */
  readonly show?: (value: string) => string
}

/**
 * Holds every row of a file to its shape.
 *
 * @throws {RangeError} at the first row that has it not; the message names file, row, column, value and what is required
 */
export function readRows<Row extends z.ZodObject>(table: CsvTable, shape: RowShape<Row>): readonly z.output<Row>[] {
  checkHead(table, shape)
  const lines = new Map<string, number>()
  return table.rows.map(({ line, fields }) => {
    const where = `${table.file}, row ${line}`
    const row = readRow(toRecord(table.head, fields, shape, where), shape, where)
    const key = JSON.stringify(shape.unique.map((column) => (shape.toKey ?? asItIs)(String(row[column]))))
    const first = lines.get(key)
    if (first !== undefined) throw new RangeError(`${where}: ${showKey(row, shape)} stands in row ${first} already`)
    lines.set(key, line)
    return row
  })
}

function checkHead<Row extends z.ZodObject>({ file, head, rows }: CsvTable, { row, isOpen }: RowShape<Row>): void {
  if (isOpen && head.length === 0 && rows.length === 0) return
  const columns = Object.keys(row.shape)
  const isComplete = columns.every((column) => head.includes(column)) && new Set(head).size === head.length
  if (isComplete && (isOpen || head.length === columns.length)) return
  const required = `${columns.join(',')}${isOpen ? ' and any others' : ''}, each once`
  throw new RangeError(`${file}, row 1: the columns are ${quote(head.join(','))}; required: ${required}`)
}

function toRecord<Row extends z.ZodObject>(
  head: readonly string[],
  fields: readonly string[],
  { isOpen, show = asItIs }: RowShape<Row>,
  where: string,
): Readonly<Record<string, string>> {
  if (fields.length > head.length || (!isOpen && fields.length < head.length)) {
    const last = quote(show(fields.at(-1) ?? ''))
    const required = `${head.length} are required: ${head.join(',')} (a value with a comma stands in quotes)`
    throw new RangeError(`${where}: ${fields.length} values, the last of them ${last}; ${required}`)
  }
  return Object.fromEntries(head.map((column, i) => [column, fields[i] ?? '']))
}

function readRow<Row extends z.ZodObject>(
  record: Readonly<Record<string, string>>,
  { row, show = asItIs }: RowShape<Row>,
  where: string,
): z.output<Row> {
  const { success, data, error } = row.safeParse(record)
  if (success) return data
  const [issue] = error.issues
  const column = String(issue?.path[0])
  throw new RangeError(`${where}: ${column} ${quote(show(record[column] ?? ''))} ${issue?.message}`)
}

function showKey<Row extends z.ZodObject>(row: z.output<Row>, { unique, show = asItIs }: RowShape<Row>): string {
  return unique.map((column) => `${column} ${quote(show(String(row[column])))}`).join(' with ')
}

const asItIs = (value: string): string => value
