import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceDocument } from '../../types.ts'
import { toSha256 } from '../corpus/files.ts'

/** What decides how a document is read, besides the document: programs, forms, lookups, and which libraries are installed. */
const parts = [
  'packages/disk/src',
  'packages/extract/src',
  'packages/schema/src',
  'data/lookups',
  'package-lock.json',
] as const

/** Digest of everything that decides how a document is read and its line written, as it lies below the root of the repository. */
export function digestEngine(root: string): string {
  const hash = createHash('sha256')
  hash.update(`node ${process.versions.node.split('.')[0]}\0`)
  for (const path of parts.flatMap((part) => listFiles(root, part))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(root: string, path: string): readonly string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path))
    .flatMap((name) => listFiles(root, join(path, name)))
    .sort()
}

/** Digest of what decides how long a document takes: its bytes and its readers. */
export const toSlowKey = (engine: string, sha256: string): string => toSha256(JSON.stringify([engine, sha256]))

/** Digest of all that decides the ledger line of a document. */
export const toKey = (engine: string, { sha256, path, url, retrievedAt }: SourceDocument): string =>
  toSha256(JSON.stringify([engine, sha256, path, url, retrievedAt]))
