import { parseCsv } from '../csv.ts'

/** A row of the corpus manifest, by column. */
export type ManifestRecord = Readonly<Record<string, string>>

const columns = ['file', 'source_url', 'retrieved_at'] as const

/**
 * The manifest with one row more, sorted by file; columns it has beyond ours are kept.
 *
 * @param text the manifest as it is; empty when there is none
 * @throws {Error} if it says something else of the file
 */
export function addManifestRow(text: string, row: Readonly<Record<(typeof columns)[number], string>>): string {
  const rows: readonly ManifestRecord[] = parseCsv(text)
  const same = rows.find((other) => other['file'] === row.file)
  if (same && columns.some((column) => same[column] !== row[column])) {
    throw new Error(`the manifest says of "${row.file}": ${same['source_url']}, retrieved ${same['retrieved_at']}`)
  }
  const head = [...new Set([...columns, ...parseHead(text)])]
  const all = same ? rows : [...rows, row]
  const sorted = all.toSorted((a, b) => ((a['file'] ?? '') < (b['file'] ?? '') ? -1 : 1))
  return [head, ...sorted.map((one: ManifestRecord) => head.map((column) => one[column] ?? ''))].map(toCsvLine).join('')
}

/** Names of the columns: the first line read as a row of its own. */
function parseHead(text: string): readonly string[] {
  const [first] = parseCsv(`${text.split('\n')[0]}\n${text.split('\n')[0]}`)
  return Object.keys(first ?? {})
}

/** One line of CSV, quoted as RFC 4180 has it. */
const toCsvLine = (fields: readonly string[]): string =>
  `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`
