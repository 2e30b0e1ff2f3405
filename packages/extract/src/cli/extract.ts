/** `npm run extract -- --corpus DIR --out DIR`: one NDJSON line per input file. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { LedgerEntry } from '@gongkai/schema'
import { extractDocument } from '../extract-document.ts'
import { limits } from '../limits.ts'
import type { SourceDocument } from '../types.ts'
import {
  type CorpusEntry,
  inRepository,
  listCorpus,
  loadLookups,
  loadManifest,
  loadSource,
  resolveUser,
} from './disk.ts'

const { values } = parseArgs({ options: { corpus: { type: 'string' }, out: { type: 'string' } } })
const named = values.corpus ?? process.env['GONGKAI_CORPUS']
const corpus = named ? resolveUser(named) : inRepository('data/corpus')
const out = values.out ? resolveUser(values.out) : inRepository('data/derived/reports')

if (!statSync(corpus, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(
    `Cannot extract: the corpus folder "${corpus}" does not exist. Name one with --corpus DIR or GONGKAI_CORPUS.`,
  )
  process.exit(2)
}
run()

function run(): void {
  const lookups = loadLookups()
  const manifest = loadManifest(corpus)
  const seen = new Map<string, string>()
  const entries = listCorpus(corpus)
  const lines: string[] = []
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const made = extractEntry(entry)
    lines.push(JSON.stringify(made))
    counts.set(made.document.status, (counts.get(made.document.status) ?? 0) + 1)
  }
  writeFolder(lines)
  const said = [...counts].sort().map(([status, count]) => `${count} ${status}`)
  console.log(`Extracted ${entries.length} files: ${said.join(', ') || 'none'}`)

  function extractEntry(entry: CorpusEntry): LedgerEntry {
    if (entry.oddity !== null) return reject(entry, 0, 'not_a_file', `${entry.oddity}, not a regular file`)
    const { size } = statSync(entry.file)
    if (size > limits.fileBytes)
      return reject(entry, size, 'too_large', `${size} bytes, the limit is ${limits.fileBytes}`)
    let source: SourceDocument
    try {
      source = loadSource(entry, manifest)
    } catch (error) {
      return reject(
        entry,
        size,
        'unreadable',
        error instanceof Error ? error.message.replaceAll(corpus, '') : 'unknown',
      )
    }
    const first = seen.get(source.sha256)
    seen.set(source.sha256, first ?? entry.path)
    const made = extractDocument(source, lookups)
    if (first === undefined) return made
    return {
      document: { ...made.document, status: 'duplicate', reason: 'identical', detail: null, duplicateOf: first },
      reports: [],
    }
  }

  function reject(
    entry: CorpusEntry,
    bytes: number,
    reason: 'not_a_file' | 'too_large' | 'unreadable',
    detail: string,
  ): LedgerEntry {
    const row = manifest.get(entry.path)
    const document = {
      path: entry.path,
      documentId: null,
      mediaType: null,
      bytes,
      sourceUrl: row?.url ?? null,
      retrievedAt: row?.retrievedAt ?? null,
      status: 'rejected',
      reason,
      detail,
      duplicateOf: null,
      reader: null,
    } as const
    return { document, reports: [] }
  }
}

/** Writes the folder beside and then in place of the old one. */
function writeFolder(lines: readonly string[]): void {
  const next = `${out}.next`
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(join(next, 'reports.ndjson'), lines.map((line) => `${line}\n`).join(''))
  rmSync(out, { recursive: true, force: true })
  renameSync(next, out)
}
