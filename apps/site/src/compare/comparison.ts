import { isFew, subtract } from '../words/format.ts'
import type { Line, Side, SideCell } from './types.ts'

/** A cell beside others; `cell` is undefined where the form of that report does not have it. */
export interface ComparedCell {
  readonly cell: SideCell | undefined
  /** Whether a sum over the cell fails. */
  readonly isDoubted: boolean
}

/** A line with a cell a report. */
export interface ComparedLine {
  readonly line: Line
  /** Key of its cells. */
  readonly key: string
  readonly cells: readonly ComparedCell[]
  /** How much more each report after the first prints; undefined where one of the two prints no number. */
  readonly differences: readonly (number | undefined)[]
}

/** @example toKey({ form: 'requests', row: 'granted', column: '' }, 'total') // 'requests.granted.total' */
export function toKey({ form, row, column }: Pick<Line, 'form' | 'row' | 'column'>, chosen: string): string {
  const cell = `${row}.${column || chosen}`
  // Rows of 表四 carry the name of their own table.
  return form === 'proceedings' ? cell : `${form}.${cell}`
}

/**
 * Sets reports side by side, line by line. Only cells of one key are held together: another edition may print another
 * thing in the same place.
 *
 * @param column column of 表三
 */
export function toCompared(lines: readonly Line[], sides: readonly Side[], column: string): readonly ComparedLine[] {
  return lines.map((line) => {
    const key = toKey(line, column)
    const cells = sides.map(({ cells: own, doubts }) => ({ cell: own.get(key), isDoubted: doubts.has(key) }))
    const [first, ...others] = cells
    const from = first?.cell?.value
    const differences = others.map(({ cell }) =>
      cell?.value === undefined || from === undefined ? undefined : subtract(cell.value, from),
    )
    return { line, key, cells, differences }
  })
}

/** Whether no report prints anything but 0 in a line, or none has it. */
export const isQuiet = ({ cells }: ComparedLine): boolean => cells.every(({ cell }) => !cell || cell.value === 0)

/** Lines that some reports have and others lack, as their forms are of different editions. */
export const isLacking = ({ cells }: ComparedLine): boolean =>
  cells.some(({ cell }) => !cell) && cells.some(({ cell }) => cell)

/** Lines that every report has, in which one prints no number. */
export const isUnread = ({ cells }: ComparedLine): boolean =>
  cells.every(({ cell }) => cell) && cells.some(({ cell }) => cell?.value === undefined)

/** How the requests of a report ended: their number, and the share of each group where they are thirty and more. */
export interface Answered {
  /** Null where a count was not read. */
  readonly sum: number | null
  readonly shareOf: (group: string) => number | null
  readonly countOf: (group: string) => number | null
  /** Granted in full or in part. */
  readonly disclosed: number | null
}

/** Counts what became of the requests of a report. */
export function toAnswered({ results }: Pick<Side, 'results'>): Answered {
  const counts = [...results.values()]
  const sum = counts.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0)
  const countOf = (group: string) => results.get(group) ?? null
  const [full, part] = [countOf('granted'), countOf('granted_in_part')]
  return {
    sum: counts.length === 0 ? null : sum,
    countOf,
    shareOf(group) {
      const count = countOf(group)
      return count === null || sum === null || isFew(sum) ? null : count / sum
    },
    disclosed: full === null || part === null ? null : full + part,
  }
}
