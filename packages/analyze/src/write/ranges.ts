import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table } from '@gongkai/schema'
import { named, quoted, rowsOf } from '../database.ts'

/** Reports, or values of the first column of the key, that a part has; a part that is too large is halved. */
const unitsPerPart = 8_000

/** Neighbouring rows of a table: those of some reports of one year, or of a run of keys. */
export interface Range {
  /** Folder of the parts of a year; empty where the rows are not of reports. */
  readonly folder: string
  /** Query of the units, `id`, of which the range is a run. */
  readonly units: string
  readonly first: string
  readonly last: string
  readonly count: number
  /** The rows in the order of the key, from `from` on. */
  readonly rows: string
}

/** The ranges of a table that together are all of it, in the order of year and key. */
export async function readRanges(db: DuckDBConnection, table: Table): Promise<readonly Range[]> {
  const ranges: Range[] = []
  for (const { folder, units } of await readGroups(db, table)) {
    ranges.push(...(await cut(db, table, { folder, units }, unitsPerPart)))
  }
  return ranges
}

/** Halves a range. @throws {RangeError} if it is of one report or key alone, which no part can hold then */
export async function splitRange(db: DuckDBConnection, table: Table, range: Range): Promise<readonly Range[]> {
  if (range.count < 2) {
    throw new RangeError(
      `Cannot write "${table.name}": the rows of "${range.first}" alone are larger than a file may be`,
    )
  }
  const units = `select id from (${range.units}) where id between ${quoted(range.first)} and ${quoted(range.last)}`
  return cut(db, table, { folder: range.folder, units }, Math.ceil(range.count / 2))
}

type Group = Pick<Range, 'folder' | 'units'>

/** Rows of reports are parted by year, others are not. */
async function readGroups(db: DuckDBConnection, table: Table): Promise<readonly Group[]> {
  const key = firstKey(table)
  if (key !== 'report_id')
    return [{ folder: '', units: `select distinct ${named(key)} as id from ${named(table.name)}` }]
  const years = await rowsOf(db, 'select distinct year from reports order by year nulls last')
  return years.map(({ year }) => ({
    folder: `year=${year ?? '__HIVE_DEFAULT_PARTITION__'}`,
    units: `select report_id as id from reports where year is not distinct from ${year === null ? 'null' : Number(year)}`,
  }))
}

async function cut(db: DuckDBConnection, table: Table, group: Group, size: number): Promise<readonly Range[]> {
  const runs = await rowsOf(
    db,
    `select cast(min(id) as varchar) as first, cast(max(id) as varchar) as last, count(*) as count
    from (select id, (row_number() over (order by id) - 1) // ${size} as run from (${group.units}))
    group by run
    order by run`,
  )
  return runs.map(({ first, last, count }) => {
    const ends = { first: String(first), last: String(last) }
    return { ...group, ...ends, count: Number(count), rows: toRows(table, group, ends) }
  })
}

function toRows(table: Table, { units }: Group, { first, last }: Pick<Range, 'first' | 'last'>): string {
  const key = named(firstKey(table))
  return `from ${named(table.name)}
    where ${key} between ${quoted(first)} and ${quoted(last)} and ${key} in (${units})
    order by ${table.key.map((name) => `${named(table.name)}.${named(name)}`).join(', ')}`
}

function firstKey({ name, key }: Table): string {
  const [first] = key
  if (first === undefined) throw new RangeError(`Cannot write "${name}": it has no key`)
  return first
}
