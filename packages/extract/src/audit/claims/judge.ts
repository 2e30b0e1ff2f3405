import type { Claim } from '@gongkai/schema'
import { type Figure, placeOf, stepOf } from './figures.ts'
import type { Scope } from './scope.ts'
import type { Reading, Subject } from './types.ts'
import type { TableSum, Tables } from './values.ts'

/** What the tables make of a figure. */
export interface Verdict {
  readonly status: Claim['status']
  readonly sum: TableSum | undefined
  readonly reading: Reading | undefined
}

/** A figure as it is judged: what it may count, and whether a difference may be held against it. */
export interface Statement {
  readonly figure: Figure
  readonly subject: Pick<Subject, 'readings' | 'excuses'>
  readonly isFirm: boolean
  readonly scope: () => Scope
}

/**
 * Judges a figure. It agrees when any reading gives its number. It differs only when the words are firm, the scope is
 * the table's own, every reading has numbers and none of them nor an excuse explains it; else nothing is said.
 */
export function judge({ figure, subject, isFirm, scope }: Statement, tables: Tables): Verdict {
  const sums = subject.readings.map((reading) => ({ reading, sum: tables(reading) }))
  const hit = sums.find(({ sum }) => sum.value !== undefined && isNear(figure, sum.value))
  if (hit) return { status: 'agree', ...hit }
  const known = sums.filter(({ sum }) => sum.keys.length > 0)
  const [first] = known
  if (!first) return { status: 'not_stated', sum: undefined, reading: undefined }
  if (known.some(({ sum }) => sum.value === undefined)) {
    return { status: 'not_stated', sum: { ...first.sum, value: undefined }, reading: first.reading }
  }
  if (scope() === 'other') return { status: 'different_scope', ...first }
  const excuses = (subject.excuses ?? []).map(tables)
  const isExcused = excuses.some(({ keys, value }) => keys.length > 0 && (value === undefined || isNear(figure, value)))
  const isFar = known.every(({ sum }) => sum.value !== undefined && isApart(figure, sum.value))
  if (!isFirm || isExcused || !isFar) return { status: 'not_stated', sum: undefined, reading: undefined }
  return { status: 'differ', ...first }
}

/**
 * Whether a number of a table is what a figure says. 120余 holds 120 to 129 and 300余 300 to 399; 约 allows a tenth to
 * either side, 近 a tenth below; money and 万 hold what rounds or is cut to their last place.
 */
export function isNear(figure: Figure, number: number): boolean {
  const { value } = figure
  switch (figure.approximation) {
    case 'exact':
      return number === value
    case 'rounded':
      return number === value || Math.abs(number - value) < placeOf(figure) * 0.999
    case 'about':
      return Math.abs(number - value) <= value / 10
    case 'above':
      return number >= value && number < value + stepOf(figure)
    case 'below':
      return number <= value && number >= value * 0.9
  }
}

/** Whether a number contradicts a figure; one that is not exact is contradicted only beyond a fifth below or twice above. */
function isApart(figure: Figure, number: number): boolean {
  if (figure.approximation === 'exact' || figure.approximation === 'rounded') return !isNear(figure, number)
  return number < figure.value * 0.8 || number > figure.value * 2
}
