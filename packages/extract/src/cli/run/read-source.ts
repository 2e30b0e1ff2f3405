import type { LedgerEntry } from '@gongkai/schema'
import { extractDocument, toEntry } from '../../extract-document.ts'
import type { SourceDocument } from '../../types.ts'
import { toShownText } from '../show/printable.ts'
import { loadLookups } from './load-lookups.ts'

const lookups = loadLookups()

/**
 * The ledger entry of one document. A fault of ours is written to the log and becomes a row `failed`: the other
 * documents of the corpus do not pay for it.
 */
export async function readSource(source: SourceDocument): Promise<LedgerEntry> {
  try {
    return await extractDocument(source, lookups)
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
