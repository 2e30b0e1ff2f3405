import type { Label } from '@gongkai/schema'
import type { Count } from '../chart/counts.ts'
import { toLabel } from '../words/format.ts'

/** What was counted, by report id, or by path where a file became no report. */
export type Tally = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Counts some more of a kind. */
export function add(tally: Map<string, Map<string, number>>, kind: string, id: string, count = 1): void {
  const own = tally.get(kind) ?? new Map<string, number>()
  tally.set(kind, own)
  own.set(id, (own.get(id) ?? 0) + count)
}

/** How many were counted of a kind. */
export const countOf = (tally: Tally, kind: string): number =>
  [...(tally.get(kind)?.values() ?? [])].reduce((sum, count) => sum + count, 0)

/** The same answer each time, found out once. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Path of the page that lists the reports behind a count. */
export const toListPath = (group: string, kind: string): string => `/quality/${group}/${kind}/`

/** A tally in words, most first; each count leads to the page that lists what was counted. */
export function toCounts(tally: Tally, group: string, codes: Readonly<Record<string, Label>>): readonly Count[] {
  return [...tally.keys()]
    .map((kind) => ({ kind, count: countOf(tally, kind) }))
    .toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1))
    .map(({ kind, count }) => ({
      label: toLabel(codes, kind) ?? { zh: kind, en: kind },
      count,
      path: toListPath(group, kind),
    }))
}
