import { zstdDecompressSync } from 'node:zlib'
import type { Table } from '@gongkai/schema'
import { type AsyncBuffer, type Compressors, type FileMetaData, parquetMetadataAsync, parquetRead } from 'hyparquet'

/** Rows from `start` up to and without `end`, counted from 0. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Rows held column by column, as the file has them: a row object is made only when a page asks for it. */
export interface ColumnTable extends Span {
  readonly columns: ReadonlyMap<string, ArrayLike<unknown>>
}

/** One Parquet file of a table, and the rows of the table that it holds. */
export interface ParquetFile extends Span {
  readonly file: AsyncBuffer
  readonly metadata: FileMetaData
}

/** A published table, opened: what its files hold is known, nothing of them is read yet. */
export interface ParquetTable {
  readonly table: Table
  readonly files: readonly ParquetFile[]
  readonly rowCount: number
  /** Row groups, in the order of the files. */
  readonly groups: readonly Span[]
}

/** The published files are compressed by Zstandard. A page is unpacked into one chunk of its size. */
const compressors: Compressors = {
  ZSTD: (bytes, size) => zstdDecompressSync(bytes, { chunkSize: Math.max(size, 64) }),
}

const dayMs = 86_400_000
const parsers = { dateFromDays: (days: number) => new Date(days * dayMs).toISOString().slice(0, 10) }

/** Absent values become null, 64-bit integers become numbers (all are sizes and offsets, below 2^53). */
export function toPlain(value: unknown): unknown {
  if (value === undefined) return null
  return typeof value === 'bigint' ? Number(value) : value
}

/** Neighbouring spans of some sizes. */
function toSpans(sizes: readonly number[], from = 0): readonly Span[] {
  let start = from
  return sizes.map((size) => {
    start += size
    return { start: start - size, end: start }
  })
}

/**
 * Opens the Parquet files of a published table and reads their footers.
 *
 * @param buffers bytes by range, of each file in the order of its rows
 * @param table what the schema says the files hold
 * @throws {Error} if a file lacks a column of the schema
 */
export async function openParquet(buffers: readonly AsyncBuffer[], table: Table): Promise<ParquetTable> {
  const files: ParquetFile[] = []
  let rowCount = 0
  for (const file of buffers) {
    const metadata = await parquetMetadataAsync(file)
    checkColumns(metadata, table)
    const end = rowCount + Number(metadata.num_rows)
    files.push({ file, metadata, start: rowCount, end })
    rowCount = end
  }
  const groups = files.flatMap(({ metadata, start }) =>
    toSpans(
      metadata.row_groups.map((group) => Number(group.num_rows)),
      start,
    ),
  )
  return { table, files, rowCount, groups }
}

function checkColumns(metadata: FileMetaData, table: Table): void {
  const found = new Set(metadata.schema.map(({ name }) => name))
  for (const { name } of table.columns) {
    if (!found.has(name))
      throw new Error(
        `Cannot read "${table.name}.parquet": column "${name}" is required, found ${[...found].join(', ')}`,
      )
  }
}

/**
 * Reads row groups, or the first rows of them.
 *
 * @param span from the start of a row group
 * @param names the columns wanted; all of the schema's by default
 * @returns the columns by name; dates as ISO days
 */
export async function readSpan(
  { table, files }: ParquetTable,
  span: Span,
  names: readonly string[] = table.columns.map(({ name }) => name),
): Promise<ColumnTable> {
  const columns = new Map<string, ArrayLike<unknown>>(names.map((name) => [name, []]))
  for (const part of files) {
    const [start, end] = [Math.max(span.start, part.start), Math.min(span.end, part.end)]
    if (start < end) await fill(columns, part, { start, end }, span.start)
  }
  return { ...span, columns }
}

/** Puts the rows of a span of one file into columns whose first row is `from`; a chunk that is all of one is not copied. */
async function fill(
  columns: Map<string, ArrayLike<unknown>>,
  { file, metadata, start }: ParquetFile,
  span: Span,
  from: number,
): Promise<void> {
  await parquetRead({
    file,
    metadata,
    compressors,
    parsers,
    columns: [...columns.keys()],
    rowStart: span.start - start,
    rowEnd: span.end - start,
    onChunk({ columnName, columnData, rowStart }) {
      const at = start + rowStart - from
      const held = columns.get(columnName)
      if (!held) return
      if (at === 0 && held.length === 0) columns.set(columnName, columnData)
      else columns.set(columnName, put(held, columnData, at))
    },
  })
}

/** A column with more values from some place on, as an array that can grow. */
function put(held: ArrayLike<unknown>, more: ArrayLike<unknown>, at: number): unknown[] {
  const column = Array.isArray(held) ? held : Array.from(held)
  for (let index = 0; index < more.length; index++) column[at + index] = more[index]
  return column
}

/** Makes rows into objects, each by its position in the file. */
export function toRows({ start, columns }: ColumnTable): (position: number) => Readonly<Record<string, unknown>> {
  const named = [...columns]
  return (position) => {
    const row: Record<string, unknown> = {}
    for (const [name, values] of named) row[name] = toPlain(values[position - start])
    return row
  }
}
