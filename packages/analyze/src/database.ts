import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** Where the analysis may spill to and keep its working tables. */
export interface Workspace {
  readonly file: string
  readonly spill: string
}

/** Memory the analysis may hold before it spills to disk, and the disk it may spill to. */
const limits = { threads: '2', memory_limit: '3GiB', max_temp_directory_size: '40GiB' }

/**
 * Opens a working database, hands its connection to `use`, and closes it whatever happens.
 *
 * Nothing is installed, loaded or fetched: JSON and Parquet are part of the library.
 */
export async function withDatabase<T>(workspace: Workspace, use: (db: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(workspace.file, {
    ...limits,
    temp_directory: workspace.spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  })
  const connection = await instance.connect()
  try {
    return await use(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** A value as an SQL string literal. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** A name as an SQL identifier. */
export function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Rows of a query as JSON values: 64-bit integers and decimals arrive as text. */
export async function rowsOf(db: DuckDBConnection, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const reader = await db.runAndReadAll(sql)
  return reader.getRowObjectsJson()
}
