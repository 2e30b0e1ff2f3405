import type { Label } from '@gongkai/schema'
import type { Count } from '../chart/counts.ts'
import { toLabel } from '../words/format.ts'

/** How often each code occurs. */
export type Tally = ReadonlyMap<string, number>

export function add(tally: Map<string, number>, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1)
}

/** The same answer each time, found out once. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A tally in words, most first. */
export function toCounts(tally: Tally, codes: Readonly<Record<string, Label>>): readonly Count[] {
  return [...tally]
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([code, count]) => ({ label: toLabel(codes, code) ?? { zh: code, en: code }, count }))
}
