import { createHash, type Hash } from 'node:crypto'
import { closeSync, constants, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { extraFiles } from '../../packages/schema/src/index.ts'

const chunkBytes = 1 << 20

/**
 * Content digest of a folder: every entry below it, hidden ones, links and pipes included, by sorted relative path.
 * Links are named and not followed; what cannot be opened counts as that. Names are bytes: not all of them are UTF-8.
 *
 * @param without path that does not count
 * @returns SHA-256 in hex; equal for folders with the same paths, kinds and bytes wherever they lie
 */
export function digestFolder(folder: string, without?: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(chunkBytes)
  const root = Buffer.from(folder)
  for (const path of listBelow(root, Buffer.alloc(0)).toSorted(Buffer.compare)) {
    if (path.toString() === without) continue
    hash.update(path).update('\0')
    addEntry(hash, Buffer.concat([root, Buffer.from('/'), path]), buffer)
  }
  return hash.digest('hex')
}

/** Content digest of a dataset. The database does not count: its bytes differ, and what it holds is in the other files. */
export const digestDataset = (folder: string): string => digestFolder(folder, extraFiles.database.name)

/** Whether a folder holds what turbo's own hash passes over: links, pipes, folders that stay closed. */
export function holdsOddities(folder: string): boolean {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true, recursive: true }))
  return typeof entries === 'string' || entries.some((entry) => !entry.isFile() && !entry.isDirectory())
}

/** Relative paths of all entries that are not folders, and of folders that stay closed. */
function listBelow(root: Buffer, below: Buffer): readonly Buffer[] {
  const folder = Buffer.concat([root, Buffer.from('/'), below])
  const found = attempt(() => readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }))
  if (typeof found === 'string') return [below]
  return found.flatMap((entry) => {
    const path = below.length === 0 ? entry.name : Buffer.concat([below, Buffer.from('/'), entry.name])
    return entry.isDirectory() ? listBelow(root, path) : [path]
  })
}

/** Relative paths of all entries that are not folders, sorted by code unit so that no locale decides. */
export function listEntries(folder: string): readonly string[] {
  const below = (path: string): readonly string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const name = path === '' ? entry.name : `${path}/${entry.name}`
      return entry.isDirectory() ? below(name) : [name]
    })
  return below('').toSorted((a, b) => (a < b ? -1 : Number(a > b)))
}

/** What a call gives, or the code of the error of the file system. An unreadable document is a row of the ledger, not the end of the build. */
function attempt<T>(call: () => T): T | string {
  try {
    return call()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}

function addEntry(hash: Hash, path: Buffer, buffer: Buffer): void {
  const entry = attempt(() => lstatSync(path))
  if (typeof entry === 'string') hash.update(`unreadable ${entry}\0`)
  else if (entry.isSymbolicLink())
    hash
      .update('link ')
      .update(readlinkSync(path, { encoding: 'buffer' }))
      .update('\0')
  else if (!entry.isFile()) hash.update(entry.isDirectory() ? 'closed folder\0' : 'other\0')
  else {
    hash.update(`file ${entry.size}\0`)
    addBytes(hash, path, buffer)
  }
}

function addBytes(hash: Hash, path: Buffer, buffer: Buffer): void {
  const file = attempt(() => openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK))
  if (typeof file === 'string') {
    hash.update(`unreadable ${file}\0`)
    return
  }
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read))
  } finally {
    closeSync(file)
  }
}
