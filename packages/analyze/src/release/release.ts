import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { beginFolder, recoverFolder } from '@gongkai/disk'
import { filesOfTable, type ReleaseNote, tables } from '@gongkai/schema'
import { named, quoted, rowsOf } from '../database.ts'
import { loadDeclarations } from '../declarations.ts'
import { buildStaging, defineConstants, readSql } from '../models.ts'
import { isComplete, listFiles, sumsFile, writeJson } from '../write/files.ts'
import { insertEntry, readChangelog, writeChangelog } from './changelog.ts'
import { findNewestRelease, type Release, releaseFiles } from './folder.ts'

/** What a release is made of, and where it goes. */
export interface ReleaseOptions {
  /** Day of the release, such as 2026-12-01; no clock is asked. */
  readonly date: string
  /** Folder of the dataset to release. */
  readonly dataset: string
  /** Folder of the dataset that the release before was made of, as downloaded; none for the first release. */
  readonly previous: string | undefined
  /** Folder that gets `<date>/`. */
  readonly releases: string
  /** Markdown file that gets an entry. */
  readonly changelog: string
}

/** Tables that a release compares or computes from; none of them holds anything of a release. */
const compared = ['documents', 'reports', 'cells', 'issues'] as const

/**
 * Makes a release: what changed since the one before, the figures of peers, and the sums of what was compared.
 *
 * The folder is small enough to commit. The next build reads it; until the next release the figures of peers stay as they are.
 *
 * @throws {Error} if a dataset is not complete, the date is not after the last release, or `previous` is not what that release was made of
 */
export async function makeRelease(options: ReleaseOptions): Promise<ReleaseNote> {
  const last = await findNewestRelease(options.releases)
  await refuse(options, last)
  const changelog = await readChangelog(options.changelog, options.date)
  const out = join(options.releases, options.date)
  for (const folder of recoverFolder(out)) await rm(folder, { recursive: true, force: true })
  const folder = beginFolder(out)
  try {
    const note = await withMemory(async (db) => {
      await openTables(db, 'now', options.dataset)
      if (options.previous) await openTables(db, 'before', options.previous)
      await writeChanges(db, join(folder.path, releaseFiles.changes), options.previous !== undefined)
      await writePeers(db, join(folder.path, releaseFiles.peers), options.dataset)
      return readNote(db, options.date, last?.note.date ?? null)
    })
    await writeJson(join(folder.path, releaseFiles.note), note)
    await writeFile(join(folder.path, releaseFiles.sums), await readSums(options.dataset))
    folder.publish()
    await writeChangelog(options.changelog, insertEntry(changelog, note))
    return note
  } finally {
    folder.discard()
  }
}

async function refuse({ date, dataset, previous, releases }: ReleaseOptions, last: Release | undefined): Promise<void> {
  if (last && date <= last.note.date) {
    throw new Error(
      `Cannot release on ${date}: the last release is of ${last.note.date}; to make it again, delete "${last.folder}" first`,
    )
  }
  for (const folder of [dataset, ...(previous === undefined ? [] : [previous])]) {
    if (!(await isComplete(folder))) {
      throw new Error(
        `Cannot release: "${folder}" must be a complete dataset, whose files have the sums of its ${sumsFile}; npm run build makes one`,
      )
    }
  }
  if (!last) return
  if (previous === undefined) {
    throw new Error(
      `Cannot release: --previous must be the folder of the dataset released on ${last.note.date}; "${releases}" keeps only what changed`,
    )
  }
  if ((await readSums(previous)) !== (await readFile(join(last.folder, releaseFiles.sums), 'utf8'))) {
    throw new Error(
      `Cannot release: "${previous}" must be the dataset released on ${last.note.date}; its tables have other sums`,
    )
  }
}

/** The lines of a dataset's sums about the tables that are compared. */
async function readSums(dataset: string): Promise<string> {
  const lines = (await readFile(join(dataset, sumsFile), 'utf8')).split('\n')
  const byName = new Map(lines.map((line) => [line.slice(66), `${line}\n`]))
  const files = compared.flatMap((table) => filesOfTable([...byName.keys()], table, 'parquet'))
  return files
    .sort()
    .map((name) => byName.get(name))
    .join('')
}

async function withMemory<T>(use: (db: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    return await use(connection)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function openTables(db: DuckDBConnection, schema: 'now' | 'before', dataset: string): Promise<void> {
  await db.run(`create schema ${schema}`)
  for (const name of compared) await openTable(db, `${schema}.${name}`, dataset, name)
}

async function openTable(db: DuckDBConnection, name: string, dataset: string, table: string): Promise<void> {
  const files = filesOfTable(await listFiles(dataset), table, 'parquet')
  const list = files.map((file) => quoted(join(dataset, file))).join(', ')
  await db.run(`create view ${name} as from read_parquet([${list}], hive_partitioning = false)`)
}

/** The first release has nothing to be compared with, and no changes. */
async function writeChanges(db: DuckDBConnection, path: string, hasPrevious: boolean): Promise<void> {
  const columns = tables.find(({ name }) => name === 'changes')?.columns ?? []
  const typed = columns.map(({ name, type }) => `${named(name)} ${type}`).join(', ')
  await db.run(`create table changes (${typed})`)
  if (hasPrevious) await db.run(`insert into changes by name ${await readSql('release/changes.sql')}`)
  await db.run(`copy (from changes order by change_no) to ${quoted(path)} (format parquet, compression zstd)`)
}

/** Peers by the models of the build, over the indicators of the dataset in place of those of a build. */
async function writePeers(db: DuckDBConnection, path: string, dataset: string): Promise<void> {
  await defineConstants(db)
  await loadDeclarations(db)
  await openTable(db, 'reports', dataset, 'reports')
  await openTable(db, 'indicators', dataset, 'indicators')
  await db.run(
    'create view stg_indicator_values as select report_id, indicator_id, numerator, denominator, value from indicators',
  )
  for (const name of ['stg_peer_groups', 'stg_peer_figures']) await buildStaging(db, `indicators/${name}`)
  await db.run(
    `copy (from stg_peer_figures order by step_no, peer_group_id, indicator_id) to ${quoted(path)} (format parquet, compression zstd)`,
  )
}

async function readNote(db: DuckDBConnection, date: string, previous: string | null): Promise<ReleaseNote> {
  const [row = {}] = await rowsOf(
    db,
    `select
        (select count(*) from now.reports) as reports,
        count(*) filter (kind = 'report_added') as report_added,
        count(*) filter (kind = 'report_withdrawn') as report_withdrawn,
        count(*) filter (kind = 'cell_changed') as cell_changed,
    from changes`,
  )
  const countOf = (name: string) => Number(row[name])
  return {
    date,
    previous,
    reports: countOf('reports'),
    changes: {
      report_added: countOf('report_added'),
      report_withdrawn: countOf('report_withdrawn'),
      cell_changed: countOf('cell_changed'),
    },
  }
}
