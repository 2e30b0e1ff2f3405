import type { CellRow, FindingRow, ReportRow } from '../data/rows.ts'
import { subtract } from '../words/format.ts'

/** The numbers of a report, and which of them stand in doubt. */
export interface Numbers {
  readonly cells: ReadonlyMap<string, CellRow>
  /** Keys of the cells of failing sums. */
  readonly failing: ReadonlySet<string>
}

/** Cells of the sums that fail. */
export const toFailing = (
  findings: readonly Pick<FindingRow, 'is_sum_edit' | 'status' | 'cells'>[],
): ReadonlySet<string> =>
  new Set(findings.filter((row) => row.is_sum_edit && row.status === 'fail').flatMap(({ cells }) => cells ?? []))

/** The agency's report of the year before; undefined where there is none, or where two leave open which one it is. */
export function findYearBefore(
  { year }: Pick<ReportRow, 'year'>,
  siblings: readonly ReportRow[],
): ReportRow | undefined {
  const [first, second] = siblings.filter((other) => year !== null && other.year === year - 1)
  return second ? undefined : first
}

/**
 * What changed since the year before, cell by cell: numbers alone, that both reports print and no failing sum doubts.
 *
 * @returns cell key → difference; a cell that did not change has 0, one that cannot be compared has none
 */
export function toDifferences(now: Numbers, before: Numbers): ReadonlyMap<string, number> {
  const sure = (key: string) => !now.failing.has(key) && !before.failing.has(key)
  return new Map(
    [...now.cells].flatMap(([key, { state, value }]) => {
      const old = before.cells.get(key)
      const isGiven = state === 'value' && value !== null && old?.state === 'value' && old.value !== null
      return isGiven && sure(key) ? [[key, subtract(value, old.value ?? 0)] as const] : []
    }),
  )
}
