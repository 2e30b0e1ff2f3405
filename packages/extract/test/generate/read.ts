import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import type { Layout } from './layout.ts'
import { generateDocument } from './layouts.ts'
import { type Score, scoreReport } from './score.ts'

const lookups = loadLookups()

/** Generates one document, reads it back and scores what was read. */
export async function scoreDocument(layout: Layout, seed: number): Promise<Score> {
  const { truth, bytes } = generateDocument(layout, seed)
  const source = { path: `${layout.id}-${seed}`, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
  return scoreReport((await extractDocument(source, lookups)).reports[0], truth)
}
