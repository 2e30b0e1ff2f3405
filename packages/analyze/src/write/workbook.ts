import { unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import type { Sheet, SheetValue } from './sheets.ts'
import { toZipDate } from './zip-date.ts'

/** What a sheet of a spreadsheet program holds: rows, and characters of one cell. */
const mostRows = 1_048_576
const mostCharacters = 32_767

type Cell = {
  readonly value: string | number | boolean
  readonly type: StringConstructor | NumberConstructor | BooleanConstructor
  readonly fontWeight?: 'bold'
} | null

/** Whether a spreadsheet program can hold all of it; nothing is ever cut to fit. */
export function fitsWorkbook(sheets: readonly Sheet[]): boolean {
  const fits = ({ rows }: Sheet) =>
    rows.length < mostRows && rows.every((row) => row.every((value) => String(value ?? '').length <= mostCharacters))
  return sheets.every(fits)
}

/**
 * A workbook of the sheets, the same bytes for the same rows: its parts are in the order of their names and have one date.
 *
 * Numbers are numbers, all else is text: codes keep their zeros, and nothing is a formula.
 */
export async function toWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const list = sheets.map(({ name, head, rows }) => ({
    sheet: name,
    data: [head.map(toHeadCell), ...rows.map((row) => row.map(toCell))],
    columns: head.map((title) => ({ width: Math.min(40, Math.max(12, title.length + 2)) })),
    stickyRowsCount: 1,
  }))
  const parts = unzipSync(await writeXlsxFile(list).toBuffer())
  const names = Object.keys(parts).sort()
  return zipSync(Object.fromEntries(names.map((name) => [name, parts[name] ?? new Uint8Array()])), {
    mtime: toZipDate(),
    level: 9,
  })
}

const toHeadCell = (title: string): Cell => ({ value: title, type: String, fontWeight: 'bold' })

function toCell(value: SheetValue): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'boolean') return { value, type: Boolean }
  return { value: toSheetText(value), type: String }
}

/**
 * Text as XML can hold it: characters that it cannot hold are left out, and what a reader would take for the number of a
 * character is written so that it stands for itself.
 *
 * @example `_x0041_` → `_x005F_x0041_`
 */
function toSheetText(text: string): string {
  return text
    .replaceAll(/[[\p{Cc}--[\t\n\r\u007F-\u009F]]\uFFFE\uFFFF\p{Surrogate}]/gv, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
