import { createHash, type Hash } from 'node:crypto'
import { closeSync, lstatSync, openSync, readdirSync, readlinkSync, readSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'

const chunkBytes = 1 << 20

/**
 * Content digest of a folder: every entry below it, hidden ones, links and pipes included, by sorted relative path.
 *
 * @returns SHA-256 in hex; equal for folders with the same paths, kinds and bytes wherever they lie
 */
export function digestFolder(folder: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(chunkBytes)
  for (const path of listEntries(folder)) {
    hash.update(`${path}\0`)
    addEntry(hash, join(folder, path), buffer)
  }
  return hash.digest('hex')
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

function addEntry(hash: Hash, path: string, buffer: Buffer): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) hash.update(`link ${readlinkSync(path)}\0`)
  const target = entry.isSymbolicLink() ? targetOf(path) : entry
  if (!target?.isFile()) {
    hash.update(target?.isDirectory() ? 'folder\0' : 'other\0')
    return
  }
  hash.update(`file ${target.size}\0`)
  addBytes(hash, path, buffer)
}

function targetOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

function addBytes(hash: Hash, path: string, buffer: Buffer): void {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    // An unreadable document is a row of the ledger, not the end of the build.
    hash.update(`unreadable ${(error as NodeJS.ErrnoException).code ?? ''}\0`)
    return
  }
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read))
  } finally {
    closeSync(file)
  }
}
