import type { SourceCell } from '../../types.ts'
import type { TextLine } from './aligned.ts'
import { isSectionHeading, type LineTable } from './pipe-tables.ts'

/** A line as a list of values, quoted or not, as spreadsheets write it. */
interface CsvRecord {
  readonly cells: readonly SourceCell[]
  /** Lines that it takes up; a quoted value may hold a line end. */
  readonly count: number
}

/** Fewest lines of a label and figures from which a text is taken for a list of values. */
const fewestRows = 4
/** Most lines of one quoted value. */
const mostLines = 5

/** A value in quotes or without, up to its separator. */
const field = /\s*"((?:[^"]|"")*)"\s*([,;]|$)|([^",;]*)([,;]|$)/y
const figure = /^(?:[+-]?[\d,.]*|[/／—–-])$/

/**
 * Tables written with commas or semicolons between the values, by their first line. Only in a text that has rows of a
 * label and figures; there a value in quotes on a line of its own is a paragraph without them.
 *
 * `"规章","0","0","0"` or `规章,0,0,0` is a row of four cells.
 */
export function findCsvTables(lines: readonly TextLine[]): ReadonlyMap<number, LineTable> {
  const tables = new Map<number, LineTable>()
  if (lines.filter(({ text }) => /[,;]/.test(text)).length < fewestRows) return tables
  const records = lines.map((_, i) => toRecord(lines, i))
  if (records.filter(isFigureRow).length < fewestRows) return tables
  for (let i = 0; i < lines.length; ) {
    const rows: (readonly SourceCell[])[] = []
    let next = i
    for (let at = i; at < lines.length; ) {
      const record = records[at]
      if (lines[at]?.text.trim() === '') at++
      else if (!record || !isRow(record, rows.length > 0)) break
      else {
        rows.push(record.cells)
        at += record.count
        next = at
      }
    }
    if (rows.length > 0) tables.set(i, { from: i, next, rows })
    else if (records[i]?.cells.length === 1 || isPadded(records[i])) addAlone(tables, i, records[i])
    i = Math.max(next, i + (records[i]?.count ?? 1))
  }
  return tables
}

/** A value alone on its line: a row of one cell, which is a paragraph to whoever reads it. */
function addAlone(tables: Map<number, LineTable>, from: number, record: CsvRecord | undefined): void {
  const own = record?.cells.filter(({ text }) => text !== '') ?? []
  if (record && own.length === 1) tables.set(from, { from, next: from + record.count, rows: [own] })
}

const filledOf = (record: CsvRecord): readonly SourceCell[] => record.cells.filter(({ text }) => text !== '')
const isPadded = (record: CsvRecord | undefined): boolean =>
  record !== undefined && record.cells.length > 1 && filledOf(record).length === 1

function isFigureRow(record: CsvRecord | undefined): boolean {
  const [label, ...figures] = record ? filledOf(record) : []
  return (
    label !== undefined &&
    /[^\s\d]$/.test(label.text) &&
    figures.length > 0 &&
    figures.every((one) => figure.test(one.text))
  )
}

/** A row holds several values; within a table also one, padded to the width of the sheet. */
function isRow(record: CsvRecord, isInside: boolean): boolean {
  const filled = filledOf(record)
  const isProse =
    filled.some(({ text }) => text.length > 60 || /。/.test(text)) || isSectionHeading(filled[0]?.text ?? '')
  if (isProse && filled.length < 2) return false
  return !isProse && (filled.length > 1 || (isInside && record.cells.length > 1))
}

/** Values of the line at an index, and of the lines after it while a quote is open; undefined for no such line. */
function toRecord(lines: readonly TextLine[], at: number): CsvRecord | undefined {
  const first = lines[at]
  if (!first || first.text.trim() === '' || /[\t|]/.test(first.text)) return undefined
  let text = first.text
  let count = 1
  while (isOpen(text) && count < mostLines && lines[at + count]) text += `\n${lines[at + count++]?.text ?? ''}`
  const cells: SourceCell[] = []
  for (field.lastIndex = 0; ; ) {
    const from = field.lastIndex
    const match = field.exec(text)
    if (!match) return undefined
    const [whole, inQuotes, behindQuotes, plain, behind] = match
    const value = (inQuotes?.replaceAll('""', '"') ?? plain ?? '').split('\n').map((line) => line.trim())
    const lead = whole.length - whole.replace(/^\s*"?\s*/, '').length
    cells.push({ text: value.join(''), offset: first.offset + from + lead, colSpan: 1, rowSpan: 1 })
    if ((behindQuotes ?? behind) === '') break
  }
  return { cells, count }
}

const isOpen = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 1
