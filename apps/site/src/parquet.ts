import type { Table } from '@gongkai/schema'
import { parquetMetadata, parquetRead } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

/** A table held column by column: a row object is made only when a page asks for it. */
export interface ColumnTable {
  readonly rowCount: number
  readonly columns: ReadonlyMap<string, readonly unknown[]>
}

const dayMs = 86_400_000
const parsers = { dateFromDays: (days: number) => new Date(days * dayMs).toISOString().slice(0, 10) }

/** Absent values become null, 64-bit integers become numbers (all are sizes and offsets, below 2^53). */
function toPlain(value: unknown): unknown {
  if (value === undefined) return null
  return typeof value === 'bigint' ? Number(value) : value
}

/**
 * Reads one published Parquet file.
 *
 * @param bytes the whole file
 * @param table what the schema says the file holds
 * @returns every column by name; dates as ISO days
 * @throws {Error} if the file lacks a column of the schema
 */
export async function readParquet(bytes: ArrayBuffer, table: Table): Promise<ColumnTable> {
  const metadata = parquetMetadata(bytes)
  const rowCount = Number(metadata.num_rows)
  const columns = new Map<string, unknown[]>(table.columns.map(({ name }) => [name, new Array(rowCount).fill(null)]))
  const found = new Set(metadata.schema.map(({ name }) => name))
  for (const name of columns.keys()) {
    if (!found.has(name))
      throw new Error(
        `Cannot read "${table.name}.parquet": column "${name}" is required, found ${[...found].join(', ')}`,
      )
  }
  await parquetRead({
    file: bytes,
    metadata,
    compressors,
    parsers,
    onChunk({ columnName, columnData, rowStart }) {
      const column = columns.get(columnName)
      if (!column) return
      for (let index = 0; index < columnData.length; index++) column[rowStart + index] = toPlain(columnData[index])
    },
  })
  return { rowCount, columns }
}

/** One row as an object, by position from 0. */
export function toRow(table: ColumnTable, index: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...table.columns].map(([name, values]) => [name, values[index] ?? null]))
}

/** Positions of the rows of each value of a column, in file order. Rows without a value are left out. */
export function toIndex(table: ColumnTable, name: string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [position, value] of (table.columns.get(name) ?? []).entries()) {
    if (typeof value !== 'string') continue
    const positions = index.get(value)
    if (positions) positions.push(position)
    else index.set(value, [position])
  }
  return index
}
