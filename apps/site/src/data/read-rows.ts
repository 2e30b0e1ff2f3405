import { dirname } from 'node:path'
import { filesOfTable, type Table, tables } from '@gongkai/schema'
import { asyncBufferFromFile } from 'hyparquet'
import { listDatasetNames, toDatasetPath } from './folder.ts'
import { type ColumnTable, openParquet, type ParquetTable, readSpan, type Span, toPlain, toRows } from './parquet.ts'
import type { Rows } from './rows.ts'
import { type KeySpans, toKeySpans } from './spans.ts'

type TableName = keyof Rows
type Row = Readonly<Record<string, unknown>>

/** A table, and in how many folders its files lie: one, or one a year. */
interface OpenTable extends ParquetTable {
  readonly folders: number
}

/**
 * Row groups of one table that are held at a time. Pages are built in the order of their reports, and so are most tables
 * sorted, in the folder of each year by itself; a table that is sorted by files is asked for here and there.
 */
const heldGroups = ({ table, folders }: OpenTable): number => folders + (table.key[0] === 'path' ? 7 : 1)

let names: readonly string[] | undefined
const opened = new Map<string, Promise<OpenTable>>()
const wholes = new Map<string, Promise<readonly Row[]>>()
const indexes = new Map<string, Promise<ReadonlyMap<unknown, readonly Row[]>>>()
const spansOf = new Map<string, Promise<KeySpans>>()
const groupsOf = new Map<string, Map<number, Promise<ColumnTable>>>()

function once<K, T>(cache: Map<K, Promise<T>>, key: K, make: () => Promise<T>): Promise<T> {
  const held = cache.get(key) ?? make()
  cache.set(key, held)
  return held
}

function findTable(name: string): Table {
  const table = tables.find((item) => item.name === name)
  if (!table) throw new RangeError(`Cannot read "${name}": the schema declares no such table`)
  return table
}

function openTable(name: string): Promise<OpenTable> {
  return once(opened, name, async () => {
    names ??= listDatasetNames()
    const files = filesOfTable(names, name, 'parquet')
    // a table without a file is said by the path that it should have
    const paths = (files.length > 0 ? files : [`${name}.parquet`]).map(toDatasetPath)
    const parquet = await openParquet(
      await Promise.all(paths.map((path) => asyncBufferFromFile(path))),
      findTable(name),
    )
    return { ...parquet, folders: new Set(paths.map(dirname)).size }
  })
}

/** Every row of a table, each once however many ask for it. */
function loadWhole(name: TableName): Promise<readonly Row[]> {
  return once(wholes, name, async () => {
    const parquet = await openTable(name)
    const toRow = toRows(await readSpan(parquet, { start: 0, end: parquet.rowCount }))
    return Array.from({ length: parquet.rowCount }, (_, position) => toRow(position))
  })
}

/** Some columns of one row group; of each table only the last few are held, so that memory does not grow with the dataset. */
function loadGroup(parquet: OpenTable, group: Span, columns: readonly string[]): Promise<ColumnTable> {
  const name = [parquet.table.name, ...columns].join()
  const held = groupsOf.get(name) ?? new Map<number, Promise<ColumnTable>>()
  groupsOf.set(name, held)
  const rows = held.get(group.start) ?? readSpan(parquet, group, columns)
  // The latest used stands last.
  held.delete(group.start)
  held.set(group.start, rows)
  const [oldest] = held.keys()
  if (held.size > heldGroups(parquet) && oldest !== undefined) held.delete(oldest)
  return rows
}

function loadSpans(name: TableName, column: string): Promise<KeySpans> {
  return once(spansOf, name, async () => {
    const parquet = await openTable(name)
    const spans = toKeySpans(column)
    for (const group of parquet.groups) spans.add(await readSpan(parquet, group, [column]))
    return spans
  })
}

/** Some columns of the rows of one value of the leading key column, from the row groups that hold them. */
async function readByKey(name: TableName, column: string, value: string, columns: readonly string[]) {
  const [parquet, spans] = await Promise.all([openTable(name), loadSpans(name, column)])
  const { start, end } = spans.find(value)
  const groups = parquet.groups.filter((group) => group.start < end && group.end > start)
  const rows: Row[] = []
  for (const group of groups) {
    const toRow = toRows(await loadGroup(parquet, group, columns))
    for (let at = Math.max(start, group.start); at < Math.min(end, group.end); at++) rows.push(toRow(at))
  }
  return rows
}

/** Every row of a small table; all of them are held from then on. */
export async function readAll<N extends TableName>(name: N): Promise<readonly Rows[N][]> {
  // The columns were checked against the schema when the file was opened.
  return (await loadWhole(name)) as unknown as readonly Rows[N][]
}

/**
 * The rows of one table whose column holds a value, in file order.
 *
 * By the leading column of the table's key only the rows wanted are read; by any other the whole table is held, which
 * suits small tables alone.
 */
export async function readWhere<N extends TableName>(
  name: N,
  column: keyof Rows[N] & string,
  value: string,
): Promise<readonly Rows[N][]> {
  const { key, columns } = findTable(name)
  const names = columns.map((one) => one.name)
  if (key[0] === column) return (await readByKey(name, column, value, names)) as unknown as readonly Rows[N][]
  const table = await loadWhole(name)
  const index = await once(indexes, `${name}.${column}`, async () => Map.groupBy(table, (row) => row[column]))
  return (index.get(value) ?? []) as unknown as readonly Rows[N][]
}

/** Some columns of the rows of one report, in file order: the others are not unpacked. */
export async function readPart<N extends TableName, C extends keyof Rows[N] & string>(
  name: N,
  reportId: string,
  columns: readonly C[],
): Promise<readonly Pick<Rows[N], C>[]> {
  return (await readByKey(name, 'report_id', reportId, columns)) as unknown as readonly Pick<Rows[N], C>[]
}

/** Values of one column, without making row objects and without holding them. */
export async function readColumn<N extends TableName>(
  name: N,
  column: keyof Rows[N] & string,
): Promise<readonly unknown[]> {
  const parquet = await openTable(name)
  const { columns } = await readSpan(parquet, { start: 0, end: parquet.rowCount }, [column])
  return Array.from(columns.get(column) ?? [], toPlain)
}

/** How many rows a table has, and the first of them. */
export async function readFirst(name: string, count: number) {
  const parquet = await openTable(name)
  const end = Math.min(count, parquet.rowCount)
  const toRow = toRows(await readSpan(parquet, { start: 0, end }))
  const rows = Array.from({ length: end }, (_, index) => toRow(index))
  return { rowCount: parquet.rowCount, rows }
}

/** Visits some columns of every row of a large table, row group by row group. */
export async function scan<N extends TableName, C extends keyof Rows[N] & string>(
  name: N,
  columns: readonly C[],
  visit: (row: Pick<Rows[N], C>) => void,
): Promise<void> {
  const parquet = await openTable(name)
  for (const group of parquet.groups) {
    const toRow = toRows(await readSpan(parquet, group, columns))
    for (let at = group.start; at < group.end; at++) visit(toRow(at) as unknown as Pick<Rows[N], C>)
  }
}

/**
 * Visits some columns of a large table as `scan` does, but neighbours that are alike in them once, with their number.
 *
 * @example a report of which 60 cells stand one behind the other in one table with a value is one visit of 60
 */
export async function scanAlike<N extends TableName, C extends keyof Rows[N] & string>(
  name: N,
  columns: readonly C[],
  visit: (row: Pick<Rows[N], C>, count: number) => void,
): Promise<void> {
  const parquet = await openTable(name)
  for (const group of parquet.groups) {
    const part = await readSpan(parquet, group, columns)
    const toRow = toRows(part)
    const values = [...part.columns.values()]
    const isLast = (at: number) =>
      at + 1 === group.end || values.some((column) => column[at - group.start] !== column[at + 1 - group.start])
    let count = 0
    for (let at = group.start; at < group.end; at++) {
      count += 1
      if (!isLast(at)) continue
      visit(toRow(at) as unknown as Pick<Rows[N], C>, count)
      count = 0
    }
  }
}
