import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceDocument } from '../types.ts'
import { toSha256 } from './digests.ts'
import { inRepository } from './files.ts'

/** What decides how a document is read, besides the document: programs, forms, lookups, versions of libraries. */
const parts = ['packages/extract/src', 'packages/schema/src', 'data/lookups', 'package-lock.json'] as const

/** Digest of everything that decides how a document is read and its line written. */
export function digestEngine(): string {
  const hash = createHash('sha256')
  hash.update(`node ${process.versions.node.split('.')[0]}\0`)
  for (const path of parts.flatMap((part) => listFiles(part))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRepository(path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(path: string): readonly string[] {
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(inRepository(path), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? listFiles(join(path, entry.name)) : [join(path, entry.name)]))
    .sort()
}

/** Digest of all that decides the ledger line of a document. */
export const toKey = (engine: string, { sha256, path, url, retrievedAt }: SourceDocument): string =>
  toSha256(JSON.stringify([engine, sha256, path, url, retrievedAt]))
