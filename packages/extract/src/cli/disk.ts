import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Lookups } from '../compile-report.ts'
import { parseCsv } from '../csv.ts'
import { type LookupTexts, toLookups } from '../lookups.ts'
import type { SourceDocument } from '../types.ts'
import { toSha256 } from './previous.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** A path given by a user, relative to where the user stands. */
export const resolveUser = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

/** A path inside the repository. */
export const inRepository = (path: string): string => join(root, path)

/** Whether an error of the file system has one of these codes. */
export const isErrorOf = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** The texts of the reviewed lookup files; plain data that any place can make lookups of. */
export function loadLookupTexts(): LookupTexts {
  const read = (name: string) => readFileSync(inRepository(`data/lookups/${name}.csv`), 'utf8')
  return {
    labels: read('labels'),
    cellCorrections: read('corrections'),
    divisions: read('divisions'),
    suffixes: read('agency-suffixes'),
    zones: read('zones'),
    functions: read('functions'),
    formerDivisions: read('former-divisions'),
    divisionAliases: read('division-aliases'),
    agencies: read('agencies'),
    corrections: read('identity'),
  }
}

/** The reviewed lookup files. */
export const loadLookups = (): Lookups => toLookups(loadLookupTexts())

/** What the corpus manifest says of a file. */
export interface ManifestRow {
  readonly url: string | null
  readonly retrievedAt: string | null
}

/** Rows of the corpus manifest by file. */
export type Manifest = ReadonlyMap<string, ManifestRow>

/** Rows of the corpus manifest by file; a corpus without one has none. An address that is not of the web is left out. */
export function loadManifest(folder: string): Manifest {
  const text = readIfFile(join(folder, 'manifest.csv'))
  return new Map(
    parseCsv(text).map((row) => [
      row['file'] ?? '',
      { url: toAddress(row['source_url']), retrievedAt: row['retrieved_at'] || null },
    ]),
  )
}

const toAddress = (text: string | undefined): string | null =>
  text && /^https?:\/\//i.test(text.trim()) ? text.trim() : null

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

/** Reads one file and its manifest row. A link is followed where a user named it (text), never within a corpus (bytes). */
export function loadSource(
  entry: { readonly path: string; readonly file: string | Buffer },
  manifest: Manifest,
): SourceDocument {
  const bytes = readFile(typeof entry.file === 'string' ? realpathSync(entry.file) : entry.file)
  const row = manifest.get(entry.path)
  return {
    path: entry.path,
    bytes,
    sha256: toSha256(bytes),
    url: row?.url ?? null,
    retrievedAt: row?.retrievedAt ?? null,
  }
}

/** Size of a file in bytes; a link has the size of its own text. */
export const sizeOf = (file: string | Buffer): number => lstatSync(file).size
