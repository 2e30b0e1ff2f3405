import { hash } from 'node:crypto'
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isErrorOf } from '@gongkai/disk'
import { readManifest } from '@gongkai/schema'
import { parseTable } from '../../lookups/csv.ts'
import { toRedacted } from '../../repair/privacy.ts'
import type { SourceDocument } from '../../types.ts'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))

/** A path given by a user, relative to where the user stands. */
export const resolveUser = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

/** A path inside the repository. */
export const inRepository = (path: string): string => join(root, path)

/** SHA-256 in hex. */
export const toSha256 = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')

/** What the corpus manifest says of a file. */
export interface ManifestRow {
  readonly url: string | null
  readonly retrievedAt: string | null
}

/** Rows of the corpus manifest by file. */
export type Manifest = ReadonlyMap<string, ManifestRow>

/**
 * Rows of the corpus manifest by file; a corpus without one has none.
 *
 * @throws {RangeError} if a row is not what a manifest holds; the message names file, row, value and what is required
 */
export function loadManifest(folder: string): Manifest {
  const path = join(folder, 'manifest.csv')
  const rows = readManifest(parseTable(path, readIfFile(path)), toRedacted)
  return new Map(
    rows.map(({ file, source_url: url, retrieved_at: day }) => [file, { url: url || null, retrievedAt: day || null }]),
  )
}

function readIfFile(path: string): string {
  try {
    return new TextDecoder().decode(readFile(path))
  } catch (error) {
    if (error instanceof NotAFile || isErrorOf(error, 'ENOENT', 'ELOOP', 'EISDIR', 'ENXIO')) return ''
    throw error
  }
}

/** What was opened is no regular file. */
class NotAFile extends Error {}

/** Reads a regular file without following a link and without waiting for a pipe. */
function readFile(path: string | Buffer): Uint8Array<ArrayBuffer> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) throw new NotAFile('not a regular file')
    const bytes = new Uint8Array(stat.size)
    let done = 0
    for (let read = 1; read > 0 && done < bytes.length; done += read) read = readSync(file, bytes, { offset: done })
    return done < bytes.length ? bytes.slice(0, done) : bytes
  } finally {
    closeSync(file)
  }
}

/** What is needed to read one file. Plain data, so that a thread can be handed it. */
export interface FileToRead extends ManifestRow {
  /** Path below the corpus folder, with forward slashes. */
  readonly path: string
  /** The path as the system knows it. A link is followed where a user named it (text), never within a corpus (bytes). */
  readonly file: string | Uint8Array
}

/** Reads the bytes of one file. */
export function loadSource({ path, file, url, retrievedAt }: FileToRead): SourceDocument {
  const bytes = readFile(typeof file === 'string' ? realpathSync(file) : Buffer.from(file))
  return { path, bytes, sha256: toSha256(bytes), url, retrievedAt }
}

/** Size of a file in bytes; a link has the size of its own text. */
export const sizeOf = (file: string | Uint8Array): number =>
  lstatSync(typeof file === 'string' ? file : Buffer.from(file)).size
