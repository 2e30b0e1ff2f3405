import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type Resources, toResources } from './resources.ts'

/** Where a database lies, and what of the machine it may use. */
export interface Workspace {
  readonly file: string
  /** Folder for what does not fit into memory; it is made, and swept in the end. */
  readonly spill: string
  readonly resources?: Partial<Resources> | undefined
}

/** Rows that are written together, and read by one thread: a row of the ledger is 100 KB, and memory holds some groups. */
const rowGroupRows = 8_192

/**
 * Opens a working database, hands its connection to `use`, and closes it whatever happens.
 *
 * Nothing is installed, loaded or fetched: JSON and Parquet are part of the library.
 */
export async function withDatabase<T>(workspace: Workspace, use: (db: DuckDBConnection) => Promise<T>): Promise<T> {
  await mkdir(workspace.spill, { recursive: true })
  const { threads, memory, spillLimit } = toResources(workspace.spill, workspace.resources)
  const spill = await mkdtemp(join(workspace.spill, 'gongkai-spill-'))
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: memory,
    max_temp_directory_size: spillLimit,
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  })
  const connection = await instance.connect()
  try {
    await connection.run(`attach ${quoted(workspace.file)} as analysis (row_group_size ${rowGroupRows})`)
    await connection.run('use analysis')
    // Nobody opens the file again: it need not be tidied when it is closed.
    await connection.run('pragma disable_checkpoint_on_shutdown')
    return await use(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
    await rm(spill, { recursive: true, force: true })
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

/** Has rows written by one thread: several would cut those of a part of a table, or of several files, into other groups each time. */
export async function onOneThread<T>(db: DuckDBConnection, write: () => Promise<T>): Promise<T> {
  const [setting] = await rowsOf(db, "select current_setting('threads') as threads")
  await db.run('set threads = 1')
  try {
    return await write()
  } finally {
    await db.run(`set threads = ${Number(setting?.['threads'])}`)
  }
}
