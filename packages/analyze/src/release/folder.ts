import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { isErrorOf } from '@gongkai/disk'
import { type ReleaseNote, readReleaseNote } from '@gongkai/schema'
import { quoted } from '../database.ts'

/** Files of the folder of a release. */
export const releaseFiles = {
  note: 'release.json',
  changes: 'changes.parquet',
  peers: 'peers.parquet',
  sums: 'SHA256SUMS',
} as const

/** A release as it lies in `data/releases/<date>/`. */
export interface Release {
  readonly folder: string
  readonly note: ReleaseNote
}

/**
 * Finds the newest release of a folder of releases; one of another name than a date is none.
 *
 * @returns undefined where there is none, or no such folder
 * @throws {Error} if the newest holds no note of the shape that one has
 */
export async function findNewestRelease(releases: string): Promise<Release | undefined> {
  const names = await readdir(releases).catch((error: unknown): string[] => {
    if (isErrorOf(error, 'ENOENT')) return []
    throw error
  })
  const newest = names
    .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
    .sort()
    .at(-1)
  if (newest === undefined) return undefined
  const folder = join(releases, newest)
  const path = join(folder, releaseFiles.note)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`Cannot read the release "${folder}": it must hold ${releaseFiles.note}`, { cause })
  })
  return { folder, note: readReleaseNote(path, text) }
}

const changeColumns = `
  change_no integer, kind varchar, cause varchar, report_id varchar, agency_name varchar, year integer, key varchar,
  from_state varchar, from_value double, to_state varchar, to_value double`

const peerColumns = `
  step_no integer, basis varchar, peer_group_id varchar, indicator_id varchar, unit varchar, given_count bigint,
  quartiles double[], pooled_count bigint, pooled_denominator double, pooled_numerator double`

/** Loads what a release says into `released_changes` and `released_peers`, which without one are empty. */
export async function loadRelease(db: DuckDBConnection, release: Release | undefined): Promise<void> {
  await db.run(`create macro has_release() as ${release !== undefined}`)
  await db.run(`create table released_changes (${changeColumns})`)
  await db.run(`create table released_peers (${peerColumns})`)
  if (!release) return
  const from = (file: string) => `read_parquet(${quoted(join(release.folder, file))})`
  await db.run(`insert into released_changes by name from ${from(releaseFiles.changes)}`)
  await db.run(`insert into released_peers by name from ${from(releaseFiles.peers)}`)
}
