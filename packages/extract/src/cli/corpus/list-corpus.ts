import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { isErrorOf } from '@gongkai/disk'

/** One entry below the corpus folder. */
export interface CorpusEntry {
  /** Path below the folder, with forward slashes; bytes that are not UTF-8 are written as � and their hex. */
  readonly path: string
  /** The path as the system knows it. */
  readonly file: Buffer
  /** What it is when it cannot be read as a file: a link, a pipe, a socket, a device, a folder that stays closed. */
  readonly oddity: { readonly reason: 'not_a_file' | 'unreadable'; readonly detail: string } | null
}

/**
 * Every entry below a folder, hidden files, links and pipes too, sorted by path. Links are named, never followed; a
 * folder is an entry only when it cannot be listed.
 *
 * @throws {Error} if the folder itself cannot be listed
 */
export function listCorpus(folder: string): readonly CorpusEntry[] {
  const root = Buffer.from(folder)
  const entries = listFolder(root, '').filter((entry) => entry.path !== 'manifest.csv' || entry.oddity !== null)
  return entries.sort(byCodePoint)
}

/** As the database compares texts: which of several copies is the first one is settled there, too. */
const byCodePoint = (a: CorpusEntry, b: CorpusEntry): number => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path))

function listFolder(folder: Buffer, below: string): CorpusEntry[] {
  return readdirSync(folder, { encoding: 'buffer', withFileTypes: true }).flatMap((found) =>
    listEntry(folder, below, found),
  )
}

function listEntry(folder: Buffer, below: string, found: Dirent<Buffer>): CorpusEntry[] {
  const path = below === '' ? toName(found.name) : `${below}/${toName(found.name)}`
  const file = Buffer.concat([folder, Buffer.from('/'), found.name])
  try {
    const stat = lstatSync(file)
    if (stat.isDirectory()) return listFolder(file, path)
    return [{ path, file, oddity: stat.isFile() ? null : { reason: 'not_a_file', detail: oddityOf(stat) } }]
  } catch (error) {
    if (!isErrorOf(error, ...closedCodes)) throw error
    return [{ path, file, oddity: { reason: 'unreadable', detail: codeOf(error) } }]
  }
}

/** Denied, gone since it was listed, or a path too long for the system. */
const closedCodes = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EIO']

/** The code of a file system error; its message would name a folder of this machine. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

function oddityOf(stat: Stats): string {
  if (stat.isSymbolicLink()) return 'a symbolic link, not a regular file'
  if (stat.isFIFO()) return 'a pipe, not a regular file'
  return stat.isSocket() ? 'a socket, not a regular file' : 'a device, not a regular file'
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** A name as text; each byte that is not UTF-8 becomes � and its hex, so that two such names stay apart. */
function toName(name: Buffer): string {
  try {
    return utf8.decode(name)
  } catch {
    return [...name.toString('latin1')].map(toReadable).join('')
  }
}

const toReadable = (byte: string): string =>
  byte < '\u0080' ? byte : `\ufffd${byte.charCodeAt(0).toString(16).padStart(2, '0')}`
