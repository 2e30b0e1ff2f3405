import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type Table, type TableColumn, tables } from '@gongkai/schema'
import { named, quoted, rowsOf } from '../database.ts'
import { toTableCodebook } from './codebook.ts'

/** Rows of a Parquet row group: small enough for a browser to fetch one, large enough to compress. */
const rowGroupRows = 20_000

/** Writes every published table as Parquet and CSV, sorted by its key. */
export async function writeTables(db: DuckDBConnection, folder: string): Promise<void> {
  for (const table of tables) {
    await writeParquet(db, table, join(folder, `${table.name}.parquet`))
    await writeCsv(db, table, join(folder, `${table.name}.csv`))
  }
}

/** How many rows each published table has. */
export async function countRows(db: DuckDBConnection): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { name } of tables) {
    const [row] = await rowsOf(db, `select count(*) as rows from ${named(name)}`)
    counts.set(name, Number(row?.['rows']))
  }
  return counts
}

async function writeParquet(db: DuckDBConnection, table: Table, path: string): Promise<void> {
  const codebook = JSON.stringify(toTableCodebook(table))
  await db.run(`
    copy (${select(table, (column) => named(column.name))}) to ${quoted(path)} (
        format parquet,
        compression zstd,
        parquet_version v2,
        row_group_size ${rowGroupRows},
        kv_metadata {codebook: ${quoted(codebook)}}
    )`)
}

async function writeCsv(db: DuckDBConnection, table: Table, path: string): Promise<void> {
  await db.run(`
    copy (${select(table, csvField)}) to ${quoted(path)} (
        format csv, header true, delimiter ',', quote '"', escape '"', nullstr '', dateformat '%Y-%m-%d'
    )`)
}

function select(table: Table, field: (column: TableColumn) => string): string {
  const fields = table.columns.map((column) => `${field(column)} as ${named(column.name)}`)
  // named through the table: the CSV fields are text, and "10" must not sort before "2"
  const keys = table.key.map((key) => `source.${named(key)}`)
  return `select ${fields.join(', ')} from ${named(table.name)} as source order by ${keys.join(', ')}`
}

/**
 * Lists are joined with `;`, and a whole number carries no `.0`. Words that a spreadsheet would run as a formula
 * get an apostrophe in front, which it takes for the sign of text; Parquet holds them as they are.
 */
export function csvField(column: { readonly name: string; readonly type: string }): string {
  const name = named(column.name)
  if (column.type === 'VARCHAR[]') return toInert(`array_to_string(${name}, ';')`)
  if (column.type === 'VARCHAR') return toInert(name)
  if (column.type === 'DOUBLE') return `regexp_replace(cast(${name} as varchar), '\\.0$', '')`
  return name
}

/**
 * A number with its sign is no formula, and neither is a lone dash. Blanks, marks that nobody sees and line ends of any
 * kind may stand in front of the sign. A tab or line end within a field opens a cell of its own in a program that passes
 * over the quotes, so that what stands behind each is looked at, too.
 */
export const toInert = (field: string): string => {
  const lead = '[\\p{Z}\\p{Cc}\\p{Cf}]*'
  const sign = '[=+@＝＋－＠-]'
  const isNumber = `regexp_full_match(${field}, '[+-]?[0-9][0-9.,]*')`
  const runs = `regexp_matches(${field}, '^${lead}${sign}.|^[\\t\\r\\n]', 's')`
  const first = `case when ${runs} and not ${isNumber} then concat(chr(39), ${field}) else ${field} end`
  return `regexp_replace(${first}, '([\\t\\r\\n\\x{85}\\x{2028}\\x{2029}]${lead})(${sign}[^\\s])', '\\1''\\2', 'gs')`
}
