import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { rowsOf, withDatabase } from '../database.ts'
import { loadAgencies, requireList } from '../load.ts'
import { type ProvinceGroup, toGroups, toProvinceKey } from './groups.ts'
import type { KeptFolders } from './kept-folders.ts'
import { copyLines, readLedgerLines } from './ledger-lines.ts'
import { type ProvinceTables, toProvinceFolder } from './province-tables.ts'

/** What an analysis has to read, and what it takes over. */
export interface Plan {
  /** Lines of the ledger; undefined where only who reads all knows. */
  readonly lines: number | undefined
  /** Files of the lines to read. */
  readonly files: readonly string[]
  /** Provinces that their tables are made of; undefined where only who reads the lines knows. */
  readonly lacking: readonly string[] | undefined
  /** Provinces whose tables are those of an earlier analysis. */
  readonly taken: readonly ProvinceTables[]
  /** Province → the name that its tables are kept by; empty where nothing says what they hang on. */
  readonly names: ReadonlyMap<string, string>
}

/** Where an analysis finds what it plans by. */
export interface PlanPaths {
  /** Reviewed lists that the tables of provinces hang on, by what they list; agencies are one of them. */
  readonly lists: Readonly<Record<'agencies' | 'divisions', string>> & Readonly<Record<string, string>>
  /** An empty folder for copies of lines, one for tables, and one that the database may use. */
  readonly lines: string
  readonly tables: string
  readonly spill: string
}

/**
 * Plans an analysis: the tables of a province whose lines are those of an earlier analysis are taken over, and the lines
 * of all others are read, together with those of provinces that they hang on.
 *
 * @param files of the ledger
 */
export async function planProvinces(files: readonly string[], kept: KeptFolders, paths: PlanPaths): Promise<Plan> {
  const lines = readLedgerLines(files)
  if (!lines) return { lines: undefined, files, lacking: undefined, taken: [], names: new Map() }
  const lists = await digestLists(paths.lists)
  const groups = toGroups(lines, await readLinks(paths))
  const names = new Map(groups.flatMap((group) => toNames(lists, group)))
  const taken: ProvinceTables[] = []
  const lacking: ProvinceGroup[] = []
  for (const group of groups) {
    const tables = await takeGroup(group, names, kept, paths.tables)
    if (tables) taken.push(...tables)
    else lacking.push(group)
  }
  return {
    lines: lines.length,
    files:
      taken.length === 0
        ? files
        : copyLines(
            lacking.flatMap((group) => group.lines),
            paths.lines,
          ),
    lacking: lacking.flatMap(({ provinces }) => provinces),
    taken,
    names,
  }
}

const toNames = (lists: string, group: ProvinceGroup): readonly (readonly [string, string])[] =>
  group.provinces.map((province) => [
    province,
    `${encodeURIComponent(province)}.${toProvinceKey(lists, province, group).slice(0, 32)}`,
  ])

/** Takes the tables of a group over, all or none. */
async function takeGroup(
  { provinces }: ProvinceGroup,
  names: ReadonlyMap<string, string>,
  kept: KeptFolders,
  folder: string,
): Promise<readonly ProvinceTables[] | undefined> {
  const tables = provinces.map((province) => ({ province, folder: toProvinceFolder(folder, province) }))
  for (const { province, folder } of tables) {
    if (await kept.take(names.get(province) ?? '', folder)) continue
    for (const table of tables) await rm(table.folder, { recursive: true, force: true })
    return undefined
  }
  return tables
}

/** Provinces of the id and of the division of each listed agency: who reports on the one may be listed in the other. */
async function readLinks({ lists, spill }: PlanPaths): Promise<readonly (readonly string[])[]> {
  const rows = await withDatabase({ file: ':memory:', spill }, async (db) => {
    await loadAgencies(db, lists.agencies)
    return rowsOf(db, 'select distinct left(agency_id, 2) as id, left(region_code, 2) as division from raw_agencies')
  })
  return rows.map(({ id, division }) => [String(id), String(division ?? id)])
}

async function digestLists(lists: PlanPaths['lists']): Promise<string> {
  const hash = createHash('sha256')
  for (const [what, list] of Object.entries(lists)) {
    await requireList(what, list)
    hash.update(`${what}\0`).update(await readFile(list))
  }
  return hash.digest('hex')
}
