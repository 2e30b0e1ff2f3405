import { type ManifestRow, manifestColumns, readManifest } from '@gongkai/schema'
import { parseTable } from '../../lookups/csv.ts'
import { toRedacted } from '../../repair/privacy.ts'

/**
 * The manifest with one row more, sorted by file; columns it has beyond ours are kept.
 *
 * @param text the manifest as it is; empty when there is none
 * @throws {RangeError} if the manifest has a row that is none
 * @throws {Error} if it says something else of the file
 */
export function addManifestRow(text: string, row: ManifestRow): string {
  const table = parseTable('manifest.csv', text)
  const same = readManifest(table, toRedacted).find((other) => other.file === row.file)
  if (same && manifestColumns.some((column) => same[column] !== row[column])) {
    throw new Error(`the manifest says of "${row.file}": ${same.source_url}, retrieved ${same.retrieved_at}`)
  }
  const head = table.head.length > 0 ? table.head : manifestColumns
  const values: Readonly<Record<string, string>> = row
  const own = head.map((column) => values[column] ?? '')
  const all = [...table.rows.map(({ fields }) => fields), ...(same ? [] : [own])]
  const at = head.indexOf('file')
  const sorted = all.toSorted((a, b) => ((a[at] ?? '') < (b[at] ?? '') ? -1 : 1))
  return [head, ...sorted.map((fields) => head.map((_, i) => fields[i] ?? ''))].map(toCsvLine).join('')
}

/** One line of CSV, quoted as RFC 4180 has it. */
const toCsvLine = (fields: readonly string[]): string =>
  `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')}\n`
