import { decompress } from 'fzstd'
import { type AsyncBuffer, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { type AsyncDataSource, executeSql, type SqlPrimitive } from 'squirreling'
import { mostTableRows, narrowTables } from './limits.ts'
import type { Answer, Value } from './messages.ts'
import { namesIn, toStatement } from './statement.ts'
import { toValue } from './value.ts'

/** Opens the Parquet file of a table, by range. */
export type OpenTable = (name: string) => Promise<AsyncBuffer>

const day = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10)
/** Days stay as they are written, and so does text. */
const parsers = { dateFromDays: day }
const compressors = {
  ZSTD: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length)),
}

/**
 * The column `year` behind a dot, which the engine would take for its word of the same name, in quotes.
 *
 * @example `select r.year, 'r.year'` → `select r."year", 'r.year'`
 */
function quoteYear(sql: string): string {
  const parts = sql.split(/('(?:[^']|'')*')/)
  return parts.map((part, i) => (i % 2 === 1 ? part : part.replaceAll(/\.(year)\b/gi, '."$1"'))).join('')
}

/** @throws {RangeError} if the table has more rows than a page can hold */
async function openSource(name: string, openTable: OpenTable): Promise<AsyncDataSource> {
  const file = await openTable(name)
  const metadata = await parquetMetadataAsync(file)
  const count = Number(metadata.num_rows)
  if (count > mostTableRows) throw new RangeError(`${name}: ${count} rows, at most ${mostTableRows} are read in a page`)
  const [, ...schema] = metadata.schema
  const columns = schema.filter((element) => element.repetition_type !== 'REPEATED' && element.name !== 'list')
  const names = columns.map((element) => element.name).filter((one) => one !== 'element')
  return {
    numRows: count,
    columns: names,
    scan: ({ columns: wanted }) => ({
      appliedWhere: false,
      appliedLimitOffset: false,
      async *rows() {
        const read = wanted ?? names
        // A query that counts rows alone asks for no column.
        const first = names[0] ?? ''
        const objects = await parquetReadObjects({
          ...{ file, metadata, compressors, parsers },
          columns: read.length > 0 ? [...read] : [first],
        })
        for (const object of objects) yield toRow(object, read)
      },
    }),
  }
}

/** A value as SQL has it: whole numbers of 64 bits as numbers, what is absent as null. */
function toPrimitive(value: unknown): SqlPrimitive {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.join(';')
  return (value ?? null) as SqlPrimitive
}

function toRow(object: Readonly<Record<string, unknown>>, columns: readonly string[]) {
  const resolved = Object.fromEntries(columns.map((name) => [name, toPrimitive(object[name])]))
  const cells = Object.fromEntries(columns.map((name) => [name, async () => resolved[name] ?? null]))
  return { columns: [...columns], cells, resolved }
}

/**
 * Answers a query over the published tables.
 *
 * @param limit the most rows that are returned
 * @throws {Error} in the words of the engine, if the query is none that it knows
 */
export async function runQuery(sql: string, openTable: OpenTable, limit: number): Promise<Answer> {
  const query = quoteYear(toStatement(sql))
  const sources = await Promise.all(
    namesIn(query, narrowTables).map(async (name) => [name, await openSource(name, openTable)] as const),
  )
  const { columns, rows: stream } = executeSql({ tables: Object.fromEntries(sources), query })
  const rows: Value[][] = []
  for await (const { cells } of stream()) {
    if (rows.length === limit) return { columns, rows, hasMore: true }
    rows.push(await Promise.all(columns.map(async (name) => toValue(await cells[name]?.()))))
  }
  return { columns, rows, hasMore: false }
}
