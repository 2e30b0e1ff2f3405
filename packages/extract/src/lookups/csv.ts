import type { CsvRow, CsvTable } from '@gongkai/schema'
// The build for browsers runs everywhere: it brings its own Buffer.
import { CsvError, type Info, parse } from 'csv-parse/browser/esm/sync'

/** One row, and the state of the parser behind it. */
interface Parsed {
  readonly info: Info
  readonly record: readonly string[]
}

const options = {
  bom: true,
  info: true,
  record_delimiter: '\n',
  relax_column_count: true,
  skip_empty_lines: true,
} as const

/**
 * Splits CSV text (RFC 4180) whose first row names the columns. A byte order mark is ignored; empty lines and rows of
 * nothing but commas are skipped, and counted. Line ends are read as LF.
 *
 * @param file as a message names it
 * @throws {RangeError} if quotes are not as RFC 4180 has them; the message names file and row, and shows no value
 */
export function parseTable(file: string, text: string): CsvTable {
  const rows = parseRows(file, text.replaceAll('\r\n', '\n'))
  const [head, ...rest] = rows.filter(({ fields }) => fields.some((value) => value !== ''))
  return { file, head: head?.fields ?? [], rows: rest }
}

function parseRows(file: string, text: string): readonly CsvRow[] {
  try {
    // With `info` each row comes as a pair, which the types of the library do not say.
    const parsed = parse(text, options) as unknown as readonly Parsed[]
    // The parser tells the line on which a row ends.
    return parsed.map(({ info, record }) => ({ line: info.lines - countBreaks(record.join('')), fields: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = findLine(text, Number(error['bytes_records']))
    throw new RangeError(`${file}, row ${row}: ${quotesRequired}`, { cause: error })
  }
}

const quotesRequired =
  'a quote is out of place; a value with a comma or a quote stands in quotes, which are closed, and a quote in it is doubled'

const countBreaks = (text: string): number => text.match(/[\r\n]/g)?.length ?? 0

/** The line of the first row behind so many bytes. */
function findLine(text: string, bytes: number): number {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text).subarray(0, bytes))
  const [empty = ''] = /^\n*/.exec(text.slice(before.length)) ?? []
  return 1 + countBreaks(before) + countBreaks(empty)
}

/**
 * Reads CSV text as records; a field the row lacks is the empty string.
 *
 * @example parseCsv('a,b\n1\n') → [{ a: '1', b: '' }]
 */
export function parseCsv(text: string): Record<string, string>[] {
  const { head, rows } = parseTable('CSV', text)
  return rows.map(({ fields }) => Object.fromEntries(head.map((name, i) => [name, fields[i] ?? ''])))
}
