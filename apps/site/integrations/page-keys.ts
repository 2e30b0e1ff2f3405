import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { filesOfTable, readSetting, type Table, tables } from '@gongkai/schema'
import { readDataVersion } from '../src/data/files.ts'
import { isDemo, listDatasetNames, listProgram, toDatasetPath } from '../src/data/folder.ts'
import { readReleaseDate } from '../src/data/release.ts'

/**
 * Whose rows a table holds, by the leading column of its key: those of one agency, of all agencies, or of none. A message
 * is named by a digest of its words, which the findings hold; changes have a page of their own.
 */
const owners: Readonly<Record<string, 'report' | 'file' | 'agency' | 'all' | 'none'>> = {
  report_id: 'report',
  path: 'file',
  agency_id: 'agency',
  region_code: 'all',
  message_id: 'none',
  change_no: 'none',
}

/** Stands for all agencies. */
const everyone = '*'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

function rowsOf(name: string): string {
  const files = filesOfTable(listDatasetNames(), name, 'parquet').map(toDatasetPath)
  return `read_parquet([${files.map(quoted).join(', ')}], hive_partitioning = false)`
}

/** Digests of the rows of a table by agency, none or one. Rows of a table have keys, so that no two cancel each other out. */
function digestsOf({ name, key: [column = ''] }: Table): readonly string[] {
  const owner = owners[column]
  if (!owner) throw new RangeError(`Cannot tell whose rows "${name}" holds: its key begins with "${column}"`)
  const rows = `${rowsOf(name)} t`
  const digest = `bit_xor(hash(${quoted(name)}, t)) as digest`
  const queries = {
    report: [`select o.agency_id, ${digest} from ${rows} join reports o using (report_id) group by all`],
    file: [`select o.agency_id, ${digest} from ${rows} join files o using (path) group by all`],
    agency: [`select t.agency_id, ${digest} from ${rows} group by all`],
    // Of a division these pages show names; how many reports it has stands on its own page.
    all: [`select ${quoted(everyone)}, ${digest} from (select * exclude (report_count) from ${rows}) t`],
    none: [],
  }
  return queries[owner]
}

/** Agency → a digest of the rows of its reports and of their files. */
async function readDigests(): Promise<ReadonlyMap<string, string>> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' })
  const db = await instance.connect()
  try {
    const result = await db.runAndReadAll(`
      with
        reports as (select report_id, path, agency_id from ${rowsOf('reports')}),
        files as (select distinct path, agency_id from reports)
      select agency_id, bit_xor(digest)
      from (${tables.flatMap(digestsOf).join(' union all ')})
      group by agency_id`)
    return new Map(result.getRows().map(([agency, digest]) => [String(agency), String(digest)]))
  } finally {
    db.closeSync()
    instance.closeSync()
  }
}

/** A digest of what pages are made by: with another program each of them is made again. */
function digestProgram(): string {
  const hash = createHash('sha256')
  for (const path of listProgram()) hash.update(`${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

/** Settings that pages show or are addressed by; of those that are stamped on them only whether they are known. */
async function readSettings(): Promise<readonly unknown[]> {
  const shown = (['SITE_URL', 'BASE_PATH', 'SITE_CONTACT'] as const).map(
    (name) => readSetting(process.env, name) ?? null,
  )
  const isCommitKnown = readSetting(process.env, 'BUILD_COMMIT') !== undefined
  return [...shown, isCommitKnown, (await readDataVersion()) !== undefined, isDemo, await readReleaseDate()]
}

/**
 * Agency → the key of its pages and of those of its reports: they show nothing that another key does not stand for, so
 * that pages of the same key are the same, to the byte, but for what is stamped on them.
 *
 * @returns sorted by agency
 */
export async function readPageKeys(agencies: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const digests = await readDigests()
  const shared = JSON.stringify([digests.get(everyone), digestProgram(), await readSettings()])
  const toKey = (agency: string) =>
    createHash('sha256')
      .update(`${digests.get(agency)} ${shared}`)
      .digest('hex')
  return new Map([...new Set(agencies)].toSorted().map((agency) => [agency, toKey(agency)]))
}
