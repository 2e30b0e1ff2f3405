import { fold } from '@gongkai/schema/browser'
import type { RowLabel } from './report.ts'

/** A row of the form whose name a reader looks for, with the number of reports in which it is not 0. */
export interface RowHint extends RowLabel {
  readonly count: number
}

const most = 4
/** Shorter words stand in too many labels. */
const fewestLetters = (text: string): number => (/^[a-z]/.test(text) ? 6 : 3)

/** Letters of a label without its numeral. @example toLetters('2.重复申请') // '重复申请' */
const toLetters = (text: string): string => fold(text).replaceAll(/[^\p{L}]/gu, '')

/** Names of a row and of its group, in both languages. @example '不予处理：重复申请' // { own: ['重复申请'], group: ['不予处理'] } */
function toNames({ zh, en }: RowLabel) {
  const parts = [zh, en].map((label) => label.split(/：|: /).map(toLetters))
  return { own: parts.map((names) => names.at(-1) ?? ''), group: parts.map(([group = '']) => group) }
}

/**
 * Rows whose name a query is, or half of it: no text is searched for them, as every report prints them.
 *
 * @param countOf reports in which a row is not 0
 * @example findRows(rows, '重复申请', countOf) // [{ id: 'unprocessed.repeated', count: 12, … }]
 */
export function findRows(
  rows: readonly RowLabel[],
  query: string,
  countOf: (row: string) => number,
): readonly RowHint[] {
  const wanted = toLetters(query)
  if (wanted.length < fewestLetters(wanted)) return []
  const isPart = (name: string) => name.includes(wanted) && wanted.length * 2 >= name.length
  const named = rows.map((row) => ({ row, ...toNames(row) }))
  const ways = [
    named.filter(({ own }) => own.includes(wanted)),
    named.filter(({ group }) => group.includes(wanted)),
    named.filter(({ own }) => own.some(isPart)),
  ]
  const found = ways.find(({ length }) => length > 0) ?? []
  return found.slice(0, most).map(({ row }) => ({ ...row, count: countOf(row.id) }))
}
