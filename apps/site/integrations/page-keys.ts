import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { filesOfTable, readSetting, type Table, tables } from '@gongkai/schema'
import { isDemo, listDatasetNames, listProgram, toDatasetPath } from '../src/data/folder.ts'
import { readReleaseDate } from '../src/data/release.ts'
import type { Shown } from '../src/data/shown-version.ts'
import type { Layout } from '../src/packs/kinds.ts'
import { readRegionRows, toAncestors, unknownPlace } from '../src/places/regions.ts'
import { toOwnerName } from './page-owner.ts'

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

/** What the dataset says of whose rows are whose. */
interface Digests {
  /** Agency → a digest of its rows, of those of its reports and of their files. */
  readonly rows: ReadonlyMap<string, string>
  /** Division and agency of every report, each pair once. */
  readonly places: readonly (readonly [region: string | null, agency: string])[]
}

async function readDigests(): Promise<Digests> {
  const instance = await DuckDBInstance.create(':memory:', { autoinstall_known_extensions: 'false' })
  const db = await instance.connect()
  try {
    const digests = await db.runAndReadAll(`
      with
        reports as (select report_id, path, agency_id from ${rowsOf('reports')}),
        files as (select distinct path, agency_id from reports)
      select agency_id, bit_xor(digest)
      from (${tables.flatMap(digestsOf).join(' union all ')})
      group by agency_id`)
    const places = await db.runAndReadAll(`select distinct region_code, agency_id from ${rowsOf('reports')}`)
    return {
      rows: new Map(digests.getRows().map(([agency, digest]) => [String(agency), String(digest)])),
      places: places.getRows().map(([region, agency]) => [region === null ? null : String(region), String(agency)]),
    }
  } finally {
    db.closeSync()
    instance.closeSync()
  }
}

/** Division → the agencies of its reports and of those below it. */
async function groupByPlace(places: Digests['places']): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const regions = await readRegionRows()
  const agenciesOf = new Map<string, Set<string>>()
  for (const [code, agency] of places) {
    for (const place of code === null ? [unknownPlace] : [...toAncestors(regions, code), code]) {
      const own = agenciesOf.get(place) ?? new Set()
      agenciesOf.set(place, own.add(agency))
    }
  }
  return agenciesOf
}

const toSum = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** A digest of what pages are made by: with another program each of them is made again. */
function digestProgram(): string {
  const hash = createHash('sha256')
  for (const path of listProgram()) hash.update(`${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}

/** Settings that pages show or are addressed by, and what compresses them. */
async function readSettings(layout: Layout): Promise<readonly unknown[]> {
  const shown = (['SITE_URL', 'BASE_PATH', 'SITE_CONTACT'] as const).map(
    (name) => readSetting(process.env, name) ?? null,
  )
  return [...shown, isDemo, await readReleaseDate(), layout, process.version, process.arch]
}

/** Pages of an agency and its reports, or of a division. */
export interface PageSet extends Shown {
  /** Of the data that they show, 12 hex: they name it. */
  readonly version: string
  /** They show nothing that another key does not stand for: pages of one key are the same, to the byte. */
  readonly key: string
}

/** The pages of every agency and division by the names of their owners, in the order of the site. */
export async function readPageSets(layout: Layout): Promise<ReadonlyMap<string, PageSet>> {
  const { rows, places } = await readDigests()
  const shared = toSum(rows.get(everyone), digestProgram(), await readSettings(layout))
  const toSet = (shown: Shown, digest: unknown): readonly [string, PageSet] => {
    const owner = toOwnerName(shown)
    const key = toSum(owner, digest, shared).slice(0, 32)
    return [owner, { ...shown, version: toSum(digest).slice(0, 12), key }]
  }
  const agencies = [...new Set(places.map(([, agency]) => agency))].toSorted()
  const toDigest = (agency: string) => [agency, rows.get(agency)]
  const regions = [...(await groupByPlace(places))].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map([
    ...agencies.map((id) => toSet({ kind: 'agency', id }, toDigest(id))),
    ...regions.map(([id, own]) => toSet({ kind: 'region', id }, [...own].toSorted().map(toDigest))),
  ])
}
