import { documentStatuses, type Label, reasonCodes } from '@gongkai/schema'
import type { Count } from '../chart/counts.ts'
import { readAll } from '../data/read-rows.ts'
import type { DocumentRow } from '../data/rows.ts'
import { toLabel } from '../words/format.ts'
import { toListPath } from './tally.ts'

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
  const documents = await readAll('documents')
  const groups = Map.groupBy(documents, toOutcomeKind)
  return [...groups]
    .toSorted(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .map(([kind, list]) => ({
      label: toOutcome(list[0]?.status ?? '', list[0]?.reason ?? null),
      count: list.length,
      // What was read is what the search lists.
      path: kind === 'extracted' ? '/reports/' : toListPath('files', kind),
    }))
}

/** Input files that became no report, by path. */
export async function readLedger(): Promise<readonly DocumentRow[]> {
  return (await readAll('documents')).filter(({ status }) => status !== 'extracted')
}
