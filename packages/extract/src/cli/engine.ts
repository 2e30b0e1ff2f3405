import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceDocument } from '../types.ts'
import { toSha256 } from './digests.ts'
import { listLibraries } from './libraries.ts'

/** What decides how a document is read, besides the document and the libraries: programs, forms, lookups. */
const parts = ['packages/extract/src', 'packages/schema/src', 'data/lookups'] as const

/** The workspaces whose libraries read. */
const workspaces = ['packages/extract', 'packages/schema'] as const

/** Digest of everything that decides how a document is read and its line written, as it lies below the root of the repository. */
export function digestEngine(root: string): string {
  const hash = createHash('sha256')
  hash.update(`node ${process.versions.node.split('.')[0]}\0`)
  for (const library of listLibraries(readFileSync(join(root, 'package-lock.json'), 'utf8'), workspaces))
    hash.update(`${library}\0`)
  for (const path of parts.flatMap((part) => listFiles(root, part))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(root: string, path: string): readonly string[] {
  return readdirSync(join(root, path), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? listFiles(root, join(path, entry.name)) : [join(path, entry.name)]))
    .sort()
}

/** Digest of all that decides the ledger line of a document. */
export const toKey = (engine: string, { sha256, path, url, retrievedAt }: SourceDocument): string =>
  toSha256(JSON.stringify([engine, sha256, path, url, retrievedAt]))
