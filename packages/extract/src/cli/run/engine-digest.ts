import { digestFiles } from '@gongkai/disk'
import type { LookupTexts } from '../../lookups/to-lookups.ts'
import type { SourceDocument } from '../../types.ts'
import { toSha256 } from '../corpus/files.ts'

/** What decides how a document is read, besides the document and the lookups: programs, forms, installed libraries. */
const parts = ['packages/disk/src', 'packages/extract/src', 'packages/schema/src', 'package-lock.json'] as const

/** Digest of the programs that read a document and write its line, as they lie below the root of the repository. */
export const digestEngine = (root: string): string =>
  toSha256(`node ${process.versions.node.split('.')[0]} ${digestFiles(root, parts)}`)

/** Digest of the programs and the lookups that they read by. */
export const digestReaders = (engine: string, texts: LookupTexts): string => toSha256(JSON.stringify([engine, texts]))

/** Digest of what decides how long a document takes: its bytes and its readers. */
export const toSlowKey = (readers: string, sha256: string): string => toSha256(JSON.stringify([readers, sha256]))

/** Digest of all that decides the ledger line of a document, but for the lookups: see `toIsStale`. */
export const toKey = (engine: string, { sha256, path, url, retrievedAt }: SourceDocument): string =>
  toSha256(JSON.stringify([engine, sha256, path, url, retrievedAt]))
