import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table, TableColumn } from '@gongkai/schema'
import { named, quoted } from '../database.ts'
import type { KeptFolders } from '../provinces/kept-folders.ts'
import type { ProvinceTables } from '../provinces/province-tables.ts'
import { csvField } from './csv-field.ts'

/** Where the tables of a dataset come from and go to. */
export interface Output {
  readonly db: DuckDBConnection
  /** Folder of the dataset. */
  readonly folder: string
  readonly provinces: readonly ProvinceTables[]
  /** What was compressed before. */
  readonly kept: KeptFolders
  /** Folder for pieces of a table. */
  readonly pieces: string
}

/** Writes CSV to a path, or, above so many bytes, as gzip beside it. @returns where it is */
export type CsvWriter = (path: string, mostPlain: number) => Promise<string>

/** Writes rows as CSV. @param rows query of them, from `from` on */
export async function writeCsv(
  db: DuckDBConnection,
  table: Table,
  rows: string,
  { path, hasHead }: { readonly path: string; readonly hasHead: boolean },
): Promise<void> {
  await db.run(`
    copy (${select(table, rows, csvField)}) to ${quoted(path)} (
        format csv, header ${hasHead}, delimiter ',', quote '"', escape '"', nullstr '', dateformat '%Y-%m-%d'
    )`)
}

/** A query of all columns of a table. */
export function select(table: Table, rows: string, field: (column: TableColumn) => string): string {
  const fields = table.columns.map((column) => `${field(column)} as ${named(column.name)}`)
  return `select ${fields.join(', ')} ${rows}`
}
