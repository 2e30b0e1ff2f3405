import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetCodebook } from '@gongkai/schema'
import { named, quoted, rowsOf } from '../database.ts'
import { toHeldName } from './check-files.ts'

export type BookTable = DatasetCodebook['tables'][number]

/** The views over one table of a downloaded dataset: its Parquet file as it is typed, its CSV file as text. */
export interface OpenTable {
  readonly table: BookTable
  readonly parquet: string
  readonly csv: string
}

/**
 * Opens both files of a table as views; the Parquet view is named like the table, so that checks of a build can read it.
 *
 * @returns what is wrong with them, if they cannot be read or hold other columns than the codebook says
 */
export async function openTable(
  db: DuckDBConnection,
  folder: string,
  table: BookTable,
): Promise<{ readonly opened: OpenTable | undefined; readonly problems: readonly string[] }> {
  const views = { parquet: named(table.name), csv: named(`${table.name}.csv`) }
  const problems = [
    ...(await openView(db, views.parquet, folder, `${table.name}.parquet`, (path) => `read_parquet(${path})`)),
    ...(await openView(
      db,
      views.csv,
      folder,
      `${table.name}.csv`,
      (path) =>
        `read_csv(${path}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${table.columns
          .map(({ name }) => `${quoted(name)}: 'VARCHAR'`)
          .join(', ')}})`,
    )),
  ]
  if (problems.length === 0) problems.push(...(await compareColumns(db, table, views.parquet)))
  return { opened: problems.length === 0 ? { table, ...views } : undefined, problems }
}

async function openView(
  db: DuckDBConnection,
  view: string,
  folder: string,
  name: string,
  from: (path: string) => string,
): Promise<readonly string[]> {
  const held = toHeldName(folder, name)
  if (held === undefined) return [`${name} is missing`]
  try {
    const path = quoted(join(folder, held))
    await db.run(`create view ${view} as from ${from(path)}`)
    // Reads all of it once: half a file opens, too.
    await rowsOf(db, `select count(columns(*)) from ${view}`)
    return []
  } catch (error) {
    return [`${held} cannot be read: ${String(error).split('\n')[0]}`]
  }
}

async function compareColumns(db: DuckDBConnection, table: BookTable, view: string): Promise<readonly string[]> {
  const found = (await rowsOf(db, `describe from ${view}`)).map((row) => `${row['column_name']} ${row['column_type']}`)
  const stated = table.columns.map(({ name, type }) => `${name} ${type}`)
  if (found.join() === stated.join()) return []
  return [`${table.name}.parquet has the columns ${found.join(', ')}; codebook.json says ${stated.join(', ')}`]
}
