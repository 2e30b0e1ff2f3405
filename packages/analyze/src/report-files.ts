import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isErrorOf, isInTheMaking } from '@gongkai/disk'
import { readShardNote, type ShardNote, shardNoteFile } from '@gongkai/schema'

/** What a file of the ledger may be called: lines of JSON, plain or compressed. */
const isReportFile = (name: string): boolean => /\.ndjson(?:\.gz)?$/.test(name)

/**
 * The files of the ledger in some folders, sorted. A folder that an unfinished run left beside them is passed over.
 *
 * @param reports paths of folders, or globs such as `data/derived/shards/*` of folders
 * @throws {Error} if one of them leads to no folder, a folder holds no such file, or shards of a corpus are missing
 */
export function findReportFiles(reports: readonly string[]): readonly string[] {
  const folders = [...new Set(reports.flatMap(toFolders))].sort()
  const files = folders.flatMap(listFiles)
  checkShards(folders)
  return files
}

/** A name with signs of a glob in it may be that of a folder. */
function toFolders(pattern: string): readonly string[] {
  const found = isFolder(pattern) ? [pattern] : globSync(pattern).filter(isFolder)
  if (found.length > 0) return found.map((folder) => resolve(folder)).filter((folder) => !isInTheMaking(folder))
  throw new Error(`Cannot read reports: "${pattern}" must be a folder of .ndjson files; run npm run extract first`)
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

function listFiles(folder: string): readonly string[] {
  const found = readdirSync(folder).filter(isReportFile).sort()
  if (found.length > 0) return found.map((name) => join(folder, name))
  throw new Error(`Cannot read reports: "${folder}" must hold .ndjson files, found none; run npm run extract first`)
}

/** A shard, and the folder that holds it. */
interface HeldShard extends ShardNote {
  readonly folder: string
}

/** Shards go together: of one corpus, read in one way, each of them there. Folders that are no shards are left alone. */
function checkShards(folders: readonly string[]): void {
  const shards = folders.flatMap((folder): readonly HeldShard[] => {
    const note = readNote(folder)
    return note ? [{ ...note, folder }] : []
  })
  const [first, ...others] = shards
  if (!first) return
  for (const other of others) refuseStranger(first, other)
  const held = new Set(shards.map(({ shard }) => shard))
  const missing = Array.from({ length: first.of }, (_, i) => i + 1).filter((number) => !held.has(number))
  if (missing.length === 0) return
  throw new Error(`Cannot read reports: shard ${missing.join(', ')} of ${first.of} is missing beside "${first.folder}"`)
}

function readNote(folder: string): ShardNote | undefined {
  const path = join(folder, shardNoteFile)
  try {
    return readShardNote(path, readFileSync(path, 'utf8'))
  } catch (error) {
    if (isErrorOf(error, 'ENOENT')) return undefined
    throw error
  }
}

function refuseStranger(first: HeldShard, other: HeldShard): void {
  const both = `"${first.folder}" and "${other.folder}"`
  if (other.of !== first.of) {
    throw new Error(
      `Cannot read reports: ${both} are shards of ${first.of} and of ${other.of}; extract all of them alike`,
    )
  }
  if (other.corpus !== first.corpus) {
    throw new Error(
      `Cannot read reports: ${both} are shards of different corpora, or files came in between; extract all`,
    )
  }
  if (other.readers !== first.readers) {
    throw new Error(`Cannot read reports: ${both} were read by different programs or lookups; extract all of them anew`)
  }
}
