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
  const total = failing.length === 1 ? totalOf(failing[0]) : undefined
  const isTotal = ({ changes }: ChangeSet): boolean => changes.size === 1 && total !== undefined && changes.has(total)
  const first = sets.every(({ changes }) => changes.size === 1) ? sets.filter(isTotal) : []
  const rivals = sets.length
  if (first.length === 0) return sets.map((set) => ({ set, rank: 1, sets: rivals, rivals }))
  const rest = sets.filter((set) => !isTotal(set))
  return [
    ...first.map((set): RankedSet => ({ set, rank: 1, sets: first.length, rivals })),
    ...rest.map((set): RankedSet => ({ set, rank: 2, sets: rest.length, rivals })),
  ]
}

/** The cell that stands alone against several. */
function totalOf(equation: Equation | undefined): string | undefined {
  const signs = [...(equation?.signs ?? [])]
  const sides = [1, -1].map((sign) => signs.filter(([, own]) => own === sign).map(([key]) => key))
  const alone = sides.filter((keys) => keys.length === 1)
  return alone.length === 1 ? alone[0]?.[0] : undefined
}
