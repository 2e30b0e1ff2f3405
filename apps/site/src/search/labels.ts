import { fold } from '@gongkai/schema/browser'
import type { RowLabel, SearchReport } from './report.ts'

/** A row of the form whose name a reader looks for, with the number of reports in which it is not 0. */
export interface RowHint extends RowLabel {
  readonly count: number
}

const most = 4
/** Shorter words stand in too many labels. */
const fewestLetters = (text: string): number => (/^[a-z]/.test(text) ? 6 : 3)

/** Letters of a label without its numeral. @example toLetters('2.重复申请') // '重复申请' */
const toLetters = (text: string): string => fold(text).replaceAll(/[^\p{L}]/gu, '')

/**
 * Rows that are called what a query says, whole or in part: no text is searched for them, as every report prints them.
 *
 * @example findRows(rows, reports, '重复申请') // [{ id: 'unprocessed.repeated', count: 12, … }]
 */
export function findRows(
  rows: readonly RowLabel[],
  reports: readonly SearchReport[],
  query: string,
): readonly RowHint[] {
  const wanted = toLetters(query)
  if (wanted.length < fewestLetters(wanted)) return []
  const named = rows.map((row) => ({ row, names: [row.zh, row.en].map(toLetters) }))
  const whole = named.filter(({ names }) => names.includes(wanted))
  const found = whole.length > 0 ? whole : named.filter(({ names }) => names.some((name) => name.includes(wanted)))
  return found
    .slice(0, most)
    .map(({ row }) => ({ ...row, count: reports.filter(({ rows: own }) => own.includes(row.id)).length }))
}
