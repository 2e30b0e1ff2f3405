import type { DocumentEntry, LedgerEntry } from '@gongkai/schema'
import { findReason } from './classify.ts'
import { toCleanDocument } from './clean.ts'
import { compileReport, type Lookups } from './compile-report.ts'
import { Unreadable } from './limits.ts'
import { readDocument } from './readers/read-document.ts'
import type { SourceDocument } from './types.ts'

/**
 * The ledger entry of one document, with its report when it is one. What is wrong with the document is a
 * status and a reason; only a fault of ours throws.
 */
export function extractDocument(source: SourceDocument, lookups: Lookups): LedgerEntry {
  const base = toEntry(source)
  try {
    const read = readDocument(source.bytes)
    const found = { ...base, mediaType: read.mediaType, reader: read.reader }
    const report = compileReport({ source, read, clean: toCleanDocument(read.blocks) }, lookups)
    const not = findReason(report, read.metadata)
    if (not)
      return { document: { ...found, status: 'not_a_report', reason: not.reason, detail: not.detail }, reports: [] }
    return { document: { ...found, status: 'extracted' }, reports: [report] }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { document: { ...base, status: 'rejected', reason: error.reason, detail: error.message }, reports: [] }
  }
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
