import type { DocumentEntry, LedgerEntry } from '@gongkai/schema'
import { compileReport } from './compile-report.ts'
import { toCleanDocument } from './document/clean-document.ts'
import { toParts } from './document/split-reports.ts'
import { findReason } from './document/why-not-a-report.ts'
import { Unreadable } from './limits.ts'
import type { Lookups } from './lookups/to-lookups.ts'
import { readDocument } from './readers/read-document.ts'
import type { CleanLine, ReadDocument, SourceDocument } from './types.ts'

const isTitle = (name: string): boolean => /^(?:articletitle|title|pagetitle|标题)$/i.test(name)

/** What was seen of a document on the way to its entry. */
export interface Seen {
  readonly read: ReadDocument
  /** Repaired and redacted. */
  readonly lines: readonly CleanLine[]
}

/**
 * The ledger entry of one document, with its reports when it holds any. What is wrong with the document is a
 * status and a reason; only a fault of ours throws.
 *
 * @param see is shown what the document holds, where it could be read at all
 *
 * @example a page with one report → { document: { status: 'extracted', … }, reports: [{ reportId, cells, … }] }
 * @example a picture → { document: { status: 'rejected', reason: 'unknown_type', … }, reports: [] }
 */
export async function extractDocument(
  source: SourceDocument,
  lookups: Lookups,
  see: (seen: Seen) => void = () => undefined,
): Promise<LedgerEntry> {
  const base = toEntry(source)
  try {
    const read = await readDocument(source.bytes)
    const found = { ...base, mediaType: read.mediaType, reader: read.reader }
    const clean = toCleanDocument(read.blocks, lookups.repairer)
    see({ read, lines: clean.lines })
    const parts = toParts(clean, lookups.findHeading)
    // The page's own title names one report; with several on it, each has its own.
    const page = parts.length > 1 ? { ...read, metadata: read.metadata.filter(({ name }) => !isTitle(name)) } : read
    const compiled = parts.map((own, i) => compileReport({ source, read: page, clean: own, part: i + 1 }, lookups))
    const judged = compiled.map((report) => ({ report, not: findReason(report, page.metadata, lookups.documentKinds) }))
    const reports = judged.flatMap(({ report, not }) => (not === undefined ? [report] : []))
    const [first] = judged
    if (reports.length > 0 || first?.not === undefined) return { document: { ...found, status: 'extracted' }, reports }
    const { reason, detail } = first.not
    return { document: { ...found, status: 'not_a_report', reason, detail }, reports: [] }
  } catch (error) {
    const { reason, message } = toUnreadable(error)
    return { document: { ...base, status: 'rejected', reason, detail: message }, reports: [] }
  }
}

/** What nests too deep for the stack is the document's fault; any other surprise is ours and goes on. */
function toUnreadable(error: unknown): Unreadable {
  if (error instanceof Unreadable) return error
  if (error instanceof Error && /call stack|too much recursion/i.test(error.message)) {
    return new Unreadable('limit_exceeded', 'its parts nest deeper than the stack')
  }
  throw error
}

/** A ledger entry before anything is known but the bytes. */
export function toEntry(source: SourceDocument): DocumentEntry {
  return {
    path: source.path,
    documentId: source.sha256,
    mediaType: null,
    bytes: source.bytes.length,
    sourceUrl: source.url,
    retrievedAt: source.retrievedAt,
    status: 'rejected',
    reason: null,
    detail: null,
    duplicateOf: null,
    reader: null,
  }
}
