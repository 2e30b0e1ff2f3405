import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { type DatasetCodebook, filesOfTable } from '@gongkai/schema'
import { named, quoted, rowsOf } from '../database.ts'

export type BookTable = DatasetCodebook['tables'][number]

/** The views over one table of a downloaded dataset: its Parquet files as they are typed, its CSV files as text. */
export interface OpenTable {
  readonly table: BookTable
  readonly parquet: string
  readonly csv: string
}

/**
 * Opens the files of a table as views; the Parquet view is named like the table, so that checks of a build can read it.
 *
 * @param names of the files of the dataset
 * @returns what is wrong with them, if they cannot be read or hold other columns than the codebook says
 */
export async function openTable(
  db: DuckDBConnection,
  folder: string,
  names: readonly string[],
  table: BookTable,
): Promise<{ readonly opened: OpenTable | undefined; readonly problems: readonly string[] }> {
  const views = { parquet: named(table.name), csv: named(`${table.name}.csv`) }
  const columns = table.columns.map(({ name }) => `${quoted(name)}: 'VARCHAR'`).join(', ')
  const readers = {
    parquet: (list: string) => `read_parquet(${list}, hive_partitioning = false)`,
    csv: (list: string) =>
      `read_csv(${list}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', auto_detect = false, hive_partitioning = false, columns = {${columns}})`,
  }
  const problems: string[] = []
  for (const format of ['parquet', 'csv'] as const) {
    const files = filesOfTable(names, table.name, format)
    if (files.length === 0) problems.push(`${table.name}.${format} is missing`)
    else problems.push(...(await openView(db, views[format], folder, files, readers[format])))
  }
  if (problems.length === 0) problems.push(...(await compareColumns(db, table, views.parquet)))
  return { opened: problems.length === 0 ? { table, ...views } : undefined, problems }
}

async function openView(
  db: DuckDBConnection,
  view: string,
  folder: string,
  files: readonly string[],
  from: (list: string) => string,
): Promise<readonly string[]> {
  try {
    const list = `[${files.map((name) => quoted(join(folder, name))).join(', ')}]`
    await db.run(`create view ${view} as from ${from(list)}`)
    // Reads all of it once: half a file opens, too.
    await rowsOf(db, `select count(columns(*)) from ${view}`)
    return []
  } catch (error) {
    return [`${files.join(', ')} cannot be read: ${String(error).split('\n')[0]}`]
  }
}

async function compareColumns(db: DuckDBConnection, table: BookTable, view: string): Promise<readonly string[]> {
  const found = (await rowsOf(db, `describe from ${view}`)).map((row) => `${row['column_name']} ${row['column_type']}`)
  const stated = table.columns.map(({ name, type }) => `${name} ${type}`)
  if (found.join() === stated.join()) return []
  return [`${table.name}.parquet has the columns ${found.join(', ')}; codebook.json says ${stated.join(', ')}`]
}
