import { type Table, tables } from '@gongkai/schema'
import { readFirst } from './read-rows.ts'

/** What a table looks like before it is downloaded. */
export interface FirstRows {
  readonly table: Table
  readonly rowCount: number
  /** The first rows of the file, values in the order of the table's columns; absent ones are null. */
  readonly rows: readonly (readonly unknown[])[]
}

/** Rows shown of each table. */
const shown = 5

/** How many rows every published table has, and the first of them. */
export function readFirstRows(): Promise<readonly FirstRows[]> {
  return Promise.all(
    tables.map(async (table) => {
      const { rowCount, rows } = await readFirst(table.name, shown)
      return { table, rowCount, rows: rows.map((row) => table.columns.map(({ name }) => row[name] ?? null)) }
    }),
  )
}
