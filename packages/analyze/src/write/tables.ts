import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { largestFile, type Table, tables } from '@gongkai/schema'
import { named, onOneThread, quoted, rowsOf } from '../database.ts'
import { isByProvince } from '../provinces/province-tables.ts'
import { toTableCodebook } from './codebook.ts'
import { compressFile, compressOnce, makeOnce } from './compress.ts'
import { type CsvWriter, type Output, select, writeCsv } from './csv.ts'
import { readFileSum } from './files.ts'
import { joinCsv } from './join-csv.ts'
import { type Range, readRanges, splitRange } from './ranges.ts'

/** Rows of a Parquet row group: small enough for a browser to fetch one, large enough to compress. */
const rowGroupRows = 20_000

/** A table of more rows fits into no file, and is not tried. */
const mostRows = 5_000_000

/** Both files of a table or of a part of it, below the folder of the dataset. */
interface Pair {
  readonly parquet: string
  readonly csv: string
}

/** CSV of a table of more rows is put together from that of its provinces, most of which is kept. */
const mostRowsAtOnce = 100_000

/** How long files and tables may be. */
export interface Lengths {
  /** Bytes that a file may have. */
  readonly largestFile?: number
  /** Rows above which CSV is put together from that of provinces. */
  readonly mostRowsAtOnce?: number
}

/**
 * Writes every published table as Parquet and CSV, sorted by its key: each as one file where neither is larger than hosts
 * take, else in parts, by year where its rows are of reports.
 */
export async function writeTables(output: Output, lengths: Lengths): Promise<void> {
  const most = lengths.largestFile ?? largestFile
  const counts = await countRows(output.db)
  for (const table of tables) {
    const rows = counts.get(table.name) ?? 0
    const isLong = rows > (lengths.mostRowsAtOnce ?? mostRowsAtOnce) && isByProvince(table)
    const toCsv = isLong ? joinCsv(output, table) : writeAtOnce(output, table, `from ${named(table.name)}`)
    const isWritten = rows <= mostRows && (await onOneThread(output.db, () => writeWhole(output, table, most, toCsv)))
    if (!isWritten) await writeParts(output, table, most)
  }
}

/** How many rows each published table has. */
export async function countRows(db: DuckDBConnection): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { name } of tables) {
    const [row] = await rowsOf(db, `select count(*) as rows from ${named(name)}`)
    counts.set(name, Number(row?.['rows']))
  }
  return counts
}

/** The rows of a table as they are stored, which is in the order of its key. */
function writeWhole(output: Output, table: Table, most: number, toCsv: CsvWriter): Promise<boolean> {
  const pair = { parquet: `${table.name}.parquet`, csv: `${table.name}.csv` }
  return writePair(output, table, { pair, rows: `from ${named(table.name)}`, most, mostPlain: most, toCsv })
}

/** A part holds neighbours in the order of the key, all rows of a report or file among them. Its CSV is compressed. */
async function writeParts(output: Output, table: Table, most: number): Promise<void> {
  const { db } = output
  const numbers = new Map<string, number>()
  const pending = [...(await readRanges(db, table))]
  for (let range = pending.shift(); range; range = pending.shift()) {
    const number = (numbers.get(range.folder) ?? 0) + 1
    const pair = toPart(table, range, number)
    const toCsv = writePart(output, table, { rows: range.rows, parquet: pair.parquet })
    if (await writePair(output, table, { pair, rows: range.rows, most, mostPlain: 0, toCsv })) {
      numbers.set(range.folder, number)
    } else {
      pending.unshift(...(await splitRange(db, table, range)))
    }
  }
}

/** Where a part lies: `lines.parquet/year=2023/part-0001.parquet`. */
function toPart({ name }: Table, { folder }: Range, number: number): Pair {
  const stem = join(folder, `part-${String(number).padStart(4, '0')}`)
  return { parquet: join(`${name}.parquet`, `${stem}.parquet`), csv: join(`${name}.csv`, `${stem}.csv`) }
}

interface Writing {
  readonly pair: Pair
  /** The rows, from `from` on. */
  readonly rows: string
  /** Bytes that either file may have, and bytes above which CSV is compressed. */
  readonly most: number
  readonly mostPlain: number
  readonly toCsv: CsvWriter
}

/** @returns false, and leaves neither file there, if one of them is larger than it may be */
async function writePair(
  { db, folder }: Output,
  table: Table,
  { pair, rows, most, mostPlain, toCsv }: Writing,
): Promise<boolean> {
  const [parquet, csv] = [join(folder, pair.parquet), join(folder, pair.csv)]
  for (const path of [parquet, csv]) await mkdir(dirname(path), { recursive: true })
  await writeParquet(db, table, rows, parquet)
  if ((await sizeOf(parquet)) > most) {
    await rm(parquet)
    return false
  }
  const held = await toCsv(csv, mostPlain)
  if ((await sizeOf(held)) <= most) return true
  for (const path of [parquet, held]) await rm(path)
  return false
}

/** Writes the compressed rows of a part whose Parquet is there; where that is the one of an earlier analysis, they are, too. */
const writePart =
  (
    { db, folder, kept }: Output,
    table: Table,
    { rows, parquet }: { readonly rows: string; readonly parquet: string },
  ): CsvWriter =>
  async (path) => {
    const { sha256 } = await readFileSum(folder, parquet)
    return makeOnce(path, kept, sha256, async () => {
      await writeCsv(db, table, rows, { path, hasHead: true })
      await compressFile(path)
    })
  }

/** Writes all rows, and compresses them where they are long. */
const writeAtOnce =
  ({ db, kept }: Output, table: Table, rows: string): CsvWriter =>
  async (path, mostPlain) => {
    await writeCsv(db, table, rows, { path, hasHead: true })
    return (await sizeOf(path)) > mostPlain ? compressOnce(path, kept) : path
  }

const sizeOf = async (path: string): Promise<number> => (await stat(path)).size

async function writeParquet(db: DuckDBConnection, table: Table, rows: string, path: string): Promise<void> {
  const codebook = JSON.stringify(toTableCodebook(table))
  await db.run(`
    copy (${select(table, rows, (column) => named(column.name))}) to ${quoted(path)} (
        format parquet,
        compression zstd,
        parquet_version v2,
        row_group_size ${rowGroupRows},
        kv_metadata {codebook: ${quoted(codebook)}}
    )`)
}
