import type { ProposalKind } from '@gongkai/schema'
import type { Changes, Equation } from './system.ts'

/** One way to restore failing edits. */
export interface ChangeSet {
  readonly kind: ProposalKind
  readonly shift: number
  readonly changes: Changes
}

/** A set of changes beside its rivals. */
export interface RankedSet {
  readonly set: ChangeSet
  /** 1 for the likeliest, 2 for what is left beside it. */
  readonly rank: 1 | 2
  /** Sets of this rank. */
  readonly sets: number
  /** Sets of every rank. */
  readonly rivals: number
}

/**
 * Orders the sets that restore the same edits. Where one sum fails and nothing else tells its cells apart, its total
 * comes first: a total is reckoned from its parts, and no one of them is likelier to be wrong than the others.
 */
export function toRanked(sets: readonly ChangeSet[], failing: readonly Equation[]): readonly RankedSet[] {
  const rivals = sets.length
  const total = sets.every(({ changes }) => changes.size === 1) ? totalOf(failing) : undefined
  const first = sets.find(({ changes }) => total !== undefined && changes.has(total))
  if (!first) return sets.map((set) => ({ set, rank: 1, sets: rivals, rivals }))
  const parts = sets.filter((set) => set !== first)
  return [
    { set: first, rank: 1, sets: 1, rivals },
    ...parts.map((set): RankedSet => ({ set, rank: 2, sets: parts.length, rivals })),
  ]
}

/** The cell that stands alone against several, where one sum fails. */
function totalOf([sum, ...others]: readonly Equation[]): string | undefined {
  if (!sum || others.length > 0) return undefined
  const sides = [1, -1].map((side) => [...sum.signs].filter(([, sign]) => sign === side).map(([key]) => key))
  const alone = sides.filter((keys) => keys.length === 1)
  return alone.length === 1 ? alone[0]?.[0] : undefined
}
