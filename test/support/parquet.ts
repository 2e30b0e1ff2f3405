import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tables } from '@gongkai/schema'
import { openParquet, readSpan, toRows } from '../../apps/site/src/data/parquet.ts'
import { query } from '../../packages/analyze/test/fixtures.ts'

/** A row as text: numbers in digits, `true` and `false`, dates in ISO form; what is absent is ''. */
export type TextRow = Readonly<Record<string, string>>

/** Every row of a published table, as its Parquet file has it. */
export async function readParquet(folder: string, name: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const table = tables.find((one) => one.name === name)
  if (!table) throw new RangeError(`Cannot read "${name}": the schema declares no such table`)
  const bytes = readFileSync(join(folder, `${name}.parquet`))
  const opened = await openParquet([new Uint8Array(bytes).buffer], table)
  const whole = await readSpan(opened, { start: 0, end: opened.rowCount })
  const toRow = toRows(whole)
  return Array.from({ length: whole.end }, (_, i) => toRow(i))
}

/** Asks the published Parquet files in SQL, without the reader of the site; `{out}` stands for their folder. */
export async function askParquet(folder: string, sql: string): Promise<readonly TextRow[]> {
  return (await query(folder, `select coalesce(columns(*)::varchar, '') from (${sql})`)) as readonly TextRow[]
}

/** Reads every published table from its Parquet file. @returns the rows of a table by its name */
export async function readTables(folder: string): Promise<(name: string) => readonly TextRow[]> {
  const held = new Map<string, readonly TextRow[]>()
  for (const { name } of tables) held.set(name, await askParquet(folder, `from '{out}/${name}.parquet'`))
  return (name) => {
    const rows = held.get(name)
    if (!rows) throw new RangeError(`Cannot read "${name}": the schema declares no such table`)
    return rows
  }
}
