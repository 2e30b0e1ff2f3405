/** What runs in a reading thread: one document at a time, so that a thread can be ended without losing another. */
import type { LedgerEntry } from '@gongkai/schema'
import { move } from 'piscina'
import { extractDocument, toEntry } from '../extract-document.ts'
import type { SourceDocument } from '../types.ts'
import { loadLookups } from './disk.ts'
import { toLine } from './ledger.ts'
import { toShownText } from './terminal.ts'

const lookups = loadLookups()

/**
 * The ledger line of one document. A fault of ours is written to the log and becomes a row `failed`: the other
 * documents of the corpus do not pay for it.
 */
export function readOne(source: SourceDocument): Uint8Array {
  return move(toLine(readOrFail(source))) as unknown as Uint8Array
}

function readOrFail(source: SourceDocument): LedgerEntry {
  try {
    return extractDocument(source, lookups)
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error))
    console.error(`Failed on "${toShownText(source.path)}": ${toShownText(fault.message)}${placesOf(fault)}`)
    return { document: { ...toEntry(source), reason: 'failed', detail: fault.name }, reports: [] }
  }
}

/** The places of a stack without its message, which may quote the document. */
const placesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => `\n${line}`)
    .join('')
