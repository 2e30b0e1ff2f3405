import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table } from '@gongkai/schema'
import { named, onOneThread, quoted, rowsOf } from '../database.ts'
import { stagingOfProvinces, tablesOfProvinces } from '../models.ts'
import { noProvince } from './groups.ts'

/** A province, by the two characters that ids of its agencies and reports begin with, and the folder of its tables. */
export interface ProvinceTables {
  readonly province: string
  readonly folder: string
}

/** Whether the rows of a table lie province after province where they lie in the order of its key. */
export const isByProvince = ({ key: [column = ''] }: Table): boolean => provincedKeys.includes(column)

const provincedKeys: readonly string[] = ['report_id', 'agency_id']

/** Whether a row may be of several provinces: what is said of one finding is said of others. */
const isShared = ({ key: [column] }: Table): boolean => column === 'message_id'

/** Folder of the tables of a province. */
export const toProvinceFolder = (folder: string, province: string): string => join(folder, encodeURIComponent(province))

/**
 * Writes the tables of the provinces that were built as Parquet, a folder for each province.
 *
 * @param asked provinces, of which there may be no row; undefined for all of which there is one
 * @throws {RangeError} if there are rows of another province
 */
export async function writeProvinces(
  db: DuckDBConnection,
  folder: string,
  asked: readonly string[] | undefined,
): Promise<readonly ProvinceTables[]> {
  await db.run(`
    create table path_provinces as
    select
      path,
      coalesce(min(province) over (partition by coalesce(documentId, path)), ${quoted(noProvince)}) as province
    from raw_documents
    left join (select path, min(left(reportId, 2)) as province from raw_reports group by path) using (path)`)
  const rows = await rowsOf(db, 'select province from path_provinces union select left(report_id, 2) from reports')
  const found = rows.map(({ province }) => String(province))
  const other = asked && found.find((province) => !asked.includes(province))
  if (other) {
    throw new RangeError(
      `Cannot part the ledger: a line is of "${other}", which its index does not say; run npm run extract again`,
    )
  }
  const provinces = (asked ?? [noProvince, ...found]).toSorted()
  const made = [...new Set(provinces)].map((province) => ({ province, folder: toProvinceFolder(folder, province) }))
  await onOneThread(db, async () => {
    for (const tables of made) await writeProvince(db, tables)
  })
  return made
}

async function writeProvince(db: DuckDBConnection, { province, folder }: ProvinceTables): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, condition: string) =>
    db.run(
      `copy (from ${named(name)} where ${condition}) to ${quoted(join(folder, `${name}.parquet`))} (format parquet, compression zstd)`,
    )
  for (const { name, key } of tablesOfProvinces) await write(name, toCondition(key[0] ?? '', province))
  for (const name of stagingOfProvinces) await write(name, toCondition('report_id', province))
}

/** Whether a row is of a province. */
function toCondition(column: string, province: string): string {
  if (column === 'path') return `path in (select path from path_provinces where province = ${quoted(province)})`
  if (column === 'message_id')
    return `message_id in (select message_id from findings where ${toCondition('report_id', province)})`
  if (!provincedKeys.includes(column)) throw new RangeError(`Cannot part a table by "${column}": it says no province`)
  return `${named(column)} >= ${quoted(province)} and ${named(column)} < ${quoted(toNext(province))}`
}

/** The first text behind all that begin with another one. */
const toNext = (start: string): string =>
  start.slice(0, -1) + String.fromCodePoint((start.codePointAt(start.length - 1) ?? 0) + 1)

/** Opens the tables of all provinces as one, each in the order of its key. */
export async function openProvinces(db: DuckDBConnection, provinces: readonly ProvinceTables[]): Promise<void> {
  for (const table of tablesOfProvinces) {
    const rows = toRows(table.name, provinces)
    const key = table.key.map(named).join(', ')
    if (table.name === 'reports') await db.run(`create table reports as ${rows}`)
    else if (isByProvince(table)) await db.run(`create view ${named(table.name)} as ${rows}`)
    else
      await db.run(
        `create table ${named(table.name)} as select ${isShared(table) ? 'distinct' : ''} * ${rows} order by ${key}`,
      )
  }
  for (const name of stagingOfProvinces) await db.run(`create view ${name} as ${toRows(name, provinces)}`)
}

/** The rows of a table in the order of the provinces, from `from` on. */
export function toRows(name: string, provinces: readonly ProvinceTables[]): string {
  const files = provinces.map(({ folder }) => quoted(join(folder, `${name}.parquet`)))
  return `from read_parquet([${files.join(', ')}], hive_partitioning = false)`
}

/** The rows of a province in a table of all, from `from` on. */
export const toRowsOf = ({ name, key: [column = ''] }: Table, province: string): string =>
  `from ${named(name)} where ${toCondition(column, province)}`
