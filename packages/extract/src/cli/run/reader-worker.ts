/** What runs in a reading thread: one document after another. */
import { enableCompileCache } from 'node:module'
import type { SourceDocument } from '../../types.ts'
import { inRepository } from '../corpus/files.ts'
import { toLine } from './ledger.ts'
import type { DocumentRead } from './reader-pool.ts'

// Half of what a thread takes to start is to take the types out of the readers: what came of it is kept. A folder that
// cannot be written costs that time and nothing else.
enableCompileCache(inRepository('node_modules/.cache/gongkai'))
const { readSource } = await import('./read-source.ts')

/** Reads one document to its ledger line. */
export async function read(source: SourceDocument): Promise<DocumentRead> {
  const entry = await readSource(source)
  return { document: entry.document, line: toLine(entry) }
}
