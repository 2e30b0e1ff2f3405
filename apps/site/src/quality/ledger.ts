import { documentStatuses, type Label, reasonCodes } from '@gongkai/schema'
import type { Count } from '../chart/counts.ts'
import { readAll } from '../data/read-rows.ts'
import type { DocumentRow } from '../data/rows.ts'
import { toLabel } from '../words/format.ts'

function toOutcome(status: string, reason: string | null): Label {
  const outcome = toLabel(documentStatuses, status) ?? { zh: status, en: status }
  const why = toLabel(reasonCodes, reason)
  return why ? { zh: `${outcome.zh}：${why.zh}`, en: `${outcome.en}: ${why.en}` } : outcome
}

/** Input files by what became of them, with the reason; most first. */
export async function readOutcomes(): Promise<readonly Count[]> {
  const documents = await readAll('documents')
  const groups = Map.groupBy(documents, ({ status, reason }) => `${status} ${reason ?? ''}`)
  return [...groups]
    .toSorted(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .map(([, list]) => ({ label: toOutcome(list[0]?.status ?? '', list[0]?.reason ?? null), count: list.length }))
}

/** Input files that became no report, by path. */
export async function readLedger(): Promise<readonly DocumentRow[]> {
  return (await readAll('documents')).filter(({ status }) => status !== 'extracted')
}
