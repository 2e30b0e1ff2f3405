import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetCodebook, DatasetManifest } from '@gongkai/schema'
import { named, quoted, rowsOf } from '../database.ts'
import { csvField } from '../write/csv-field.ts'
import type { OpenTable } from './open-tables.ts'
import { type Outcome, toOutcome } from './outcome.ts'

const countOf = async (db: DuckDBConnection, from: string): Promise<number> => {
  const [row] = await rowsOf(db, `select count(*) as rows from ${from}`)
  return Number(row?.['rows'])
}

/** The rows of both files of each table, and those that the manifest states. */
export async function checkCounts(
  db: DuckDBConnection,
  tables: readonly OpenTable[],
  manifest: DatasetManifest | undefined,
): Promise<Outcome> {
  const stated = new Map(manifest?.tables.map(({ name, rows }) => [name, rows]))
  const problems: string[] = []
  let examined = 0
  for (const { table, parquet, csv } of tables) {
    const [ofParquet, ofCsv] = [await countOf(db, parquet), await countOf(db, csv)]
    examined += ofParquet
    const expected = stated.get(table.name)
    if (ofParquet !== ofCsv) problems.push(`${table.name}: ${ofParquet} rows in Parquet, ${ofCsv} in CSV`)
    if (expected !== undefined && expected !== ofParquet)
      problems.push(`${table.name}: ${ofParquet} rows in Parquet, the manifest states ${expected}`)
  }
  return toOutcome('counts', examined, problems)
}

/** Keys that are empty or stand twice, and references to rows that are not there. */
export async function checkKeys(db: DuckDBConnection, tables: readonly OpenTable[]): Promise<Outcome> {
  const problems: string[] = []
  let examined = 0
  for (const { table, parquet } of tables) {
    const key = table.key.map(named).join(', ')
    const isEmpty = table.key.map((name) => `${named(name)} is null`).join(' or ')
    const bad = await rowsOf(
      db,
      `select concat_ws(' ', ${key}) as id from ${parquet} group by ${key} having count(*) > 1 or ${isEmpty} order by all limit 5`,
    )
    examined += await countOf(db, parquet)
    problems.push(...bad.map(({ id }) => `${table.name}: the key ${id} is empty or stands twice`))
    for (const { name, isLoose } of table.columns) {
      const target = tables.find((other) => other.table.key.length === 1 && other.table.key[0] === name)
      if (isLoose || !target || target.table === table) continue
      const lost = await rowsOf(
        db,
        `select distinct ${named(name)} as id from ${parquet} anti join ${target.parquet} using (${named(name)}) where ${named(name)} is not null order by all limit 5`,
      )
      problems.push(...lost.map(({ id }) => `${table.name}: ${name} ${id} is no row of ${target.table.name}`))
    }
  }
  return toOutcome('keys', examined, problems)
}

/** Codes that the codebook does not explain. */
export async function checkCodes(
  db: DuckDBConnection,
  tables: readonly OpenTable[],
  { codes }: DatasetCodebook,
): Promise<Outcome> {
  const problems: string[] = []
  let examined = 0
  for (const { table, parquet } of tables) {
    for (const { name, codes: list } of table.columns) {
      if (list === undefined) continue
      const found = await rowsOf(
        db,
        `select distinct ${named(name)} as code from ${parquet} where ${named(name)} is not null`,
      )
      examined += found.length
      const known = codes[list] ?? {}
      const strange = found.map(({ code }) => String(code)).filter((code) => !Object.hasOwn(known, code))
      problems.push(
        ...strange.toSorted().map((code) => `${table.name}.${name}: codebook.json explains no code "${code}"`),
      )
    }
  }
  return toOutcome('codes', examined, problems)
}

/** Whether CSV and Parquet hold the same, value by value. */
export async function checkFormats(db: DuckDBConnection, tables: readonly OpenTable[]): Promise<Outcome> {
  const problems: string[] = []
  let examined = 0
  for (const open of tables) {
    examined += (await countOf(db, open.parquet)) * open.table.columns.length
    if (!(await isSame(db, open))) problems.push(...(await findDifferences(db, open)))
  }
  return toOutcome('formats', examined, problems)
}

const toText = (column: { readonly name: string; readonly type: string }): string =>
  `coalesce(cast(${csvField(column)} as varchar), '')`

/** Compares by a sum of digests of rows, which needs no memory; the order of rows does not count. */
async function isSame(db: DuckDBConnection, { table, parquet, csv }: OpenTable): Promise<boolean> {
  const sumOf = async (from: string, fields: readonly string[]) => {
    const [row] = await rowsOf(
      db,
      `select cast(sum(cast(hash(concat_ws(chr(31), ${fields.join(', ')})) as hugeint)) as varchar) as sum from ${from}`,
    )
    return row?.['sum']
  }
  const ofCsv = await sumOf(
    csv,
    table.columns.map(({ name }) => `coalesce(${named(name)}, '')`),
  )
  return ofCsv === (await sumOf(parquet, table.columns.map(toText)))
}

async function findDifferences(db: DuckDBConnection, { table, parquet, csv }: OpenTable): Promise<readonly string[]> {
  const keys = table.columns.filter(({ name }) => table.key.includes(name))
  const on = keys.map((column) => `coalesce(c.${named(column.name)}, '') = p.${named(column.name)}`).join(' and ')
  const texts = table.columns.map((column) => `${toText(column)} as ${named(column.name)}`).join(', ')
  const id = `concat_ws(' ', ${keys.map(({ name }) => `p.${named(name)}`).join(', ')})`
  const selects = table.columns
    .filter(({ name }) => !table.key.includes(name))
    .map(({ name }) => {
      const sides = `coalesce(c.${named(name)}, '') as in_csv, p.${named(name)} as in_parquet`
      return `select ${id} as id, ${quoted(name)} as name, ${sides} from p join c on ${on} where in_csv <> in_parquet`
    })
  if (selects.length === 0) return [`${table.name}: CSV and Parquet hold other rows`]
  const found = await rowsOf(
    db,
    `with p as (select ${texts} from ${parquet}), c as (from ${csv}) ${selects.join(' union all ')} order by all limit 20`,
  )
  if (found.length === 0) return [`${table.name}: CSV and Parquet hold other rows`]
  return found.map(
    (row) =>
      `${table.name} ${row['id']}: ${row['name']} is “${row['in_csv']}” in CSV, “${row['in_parquet']}” in Parquet`,
  )
}
