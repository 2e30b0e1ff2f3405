import { documentStatuses, type Label, reasonCodes } from '@gongkai/schema'
import type { Count } from '../chart/counts.ts'
import { scan } from '../data/read-rows.ts'
import type { DocumentRow } from '../data/rows.ts'
import { toLabel } from '../words/format.ts'
import { once, toListPath } from './tally.ts'

const ledgerColumns = ['path', 'media_type', 'status', 'reason', 'detail', 'report_id', 'duplicate_of'] as const

/** What is said of a file that became no report. */
export type LedgerRow = Pick<DocumentRow, (typeof ledgerColumns)[number]>

export function toOutcome(status: string, reason: string | null): Label {
  const outcome = toLabel(documentStatuses, status) ?? { zh: status, en: status }
  const why = toLabel(reasonCodes, reason)
  // Some reasons say no more than the status: the file is the same as another.
  return why && why.zh !== outcome.zh ? { zh: `${outcome.zh}：${why.zh}`, en: `${outcome.en}: ${why.en}` } : outcome
}

/** What became of a file, as a part of an address. */
export const toOutcomeKind = ({ status, reason }: Pick<DocumentRow, 'status' | 'reason'>): string =>
  reason === null ? status : `${status}-${reason}`

/** Input files by what became of them, with the reason; most first. */
export async function readFileOutcomes(): Promise<readonly Count[]> {
  const counts = new Map<string, { readonly label: Label; count: number }>()
  await scan('documents', ['status', 'reason'], (document) => {
    const kind = toOutcomeKind(document)
    const own = counts.get(kind) ?? { label: toOutcome(document.status, document.reason), count: 0 }
    counts.set(kind, own)
    own.count += 1
  })
  return [...counts]
    .toSorted(([a, left], [b, right]) => right.count - left.count || (a < b ? -1 : 1))
    .map(([kind, { label, count }]) => ({
      label,
      count,
      // What was read is what the search lists.
      path: kind === 'extracted' ? '/reports/' : toListPath('files', kind),
    }))
}

/** Input files that became no report, by path. */
export const readLedger = once(async (): Promise<readonly LedgerRow[]> => {
  const rows: LedgerRow[] = []
  await scan('documents', ledgerColumns, (row) => {
    if (row.status !== 'extracted') rows.push(row)
  })
  return rows
})
