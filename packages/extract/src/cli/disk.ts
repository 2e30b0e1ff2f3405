import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Lookups } from '../compile-report.ts'
import { parseCsv } from '../csv.ts'
import { toLookups } from '../lookups.ts'
import type { SourceDocument } from '../types.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

/** A path given by a user, relative to where the user stands. */
export const resolveUser = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path)

/** A path inside the repository. */
export const inRepository = (path: string): string => join(root, path)

/** The reviewed lookup files. */
export function loadLookups(): Lookups {
  const read = (name: string) => readFileSync(inRepository(`data/lookups/${name}.csv`), 'utf8')
  return toLookups({
    labels: read('labels'),
    divisions: read('divisions'),
    suffixes: read('agency-suffixes'),
    zones: read('zones'),
    functions: read('functions'),
  })
}

/** One entry below the corpus folder. */
export interface CorpusEntry {
  readonly path: string
  readonly file: string
  /** What it is when it is no regular file: a link, a pipe, a socket, a device. */
  readonly oddity: string | null
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Every entry below a folder, hidden files, links and pipes too, sorted by path; links are named, never followed. */
export function listCorpus(folder: string): readonly CorpusEntry[] {
  const entries: CorpusEntry[] = []
  const visit = (below: string): void => {
    for (const name of readdirSync(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`
      const file = join(folder, path)
      const stat = lstatSync(file)
      if (stat.isDirectory()) visit(path)
      else if (path !== 'manifest.csv') entries.push({ path, file, oddity: stat.isFile() ? null : oddityOf(stat) })
    }
  }
  visit('')
  return entries.sort((a, b) => compare(a.path, b.path))
}

function oddityOf(stat: { isSymbolicLink(): boolean; isFIFO(): boolean; isSocket(): boolean }): string {
  if (stat.isSymbolicLink()) return 'a symbolic link'
  if (stat.isFIFO()) return 'a pipe'
  return stat.isSocket() ? 'a socket' : 'a device'
}

interface ManifestRow {
  readonly url: string | null
  readonly retrievedAt: string | null
}

/** Rows of the corpus manifest by file; a corpus without one has none. */
export function loadManifest(folder: string): ReadonlyMap<string, ManifestRow> {
  let text: string
  try {
    text = readFileSync(join(folder, 'manifest.csv'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map()
    throw error
  }
  return new Map(
    parseCsv(text).map((row) => [
      row['file'] ?? '',
      { url: row['source_url'] || null, retrievedAt: row['retrieved_at'] || null },
    ]),
  )
}

/** Reads one file and its manifest row. */
export function loadSource(entry: CorpusEntry, manifest: ReadonlyMap<string, ManifestRow>): SourceDocument {
  const bytes = readFileSync(entry.file)
  const row = manifest.get(entry.path)
  return {
    path: entry.path,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url: row?.url ?? null,
    retrievedAt: row?.retrievedAt ?? null,
  }
}
