import type { Label } from './forms/types.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** What the sum edits of a report come to: a mark that all holds needs all to be assessed. */
export const sumsOutcomes = {
  fail: label('有勾稽关系不符', 'A sum does not hold'),
  hold: label('全部勾稽关系均已核对，均相符', 'Every sum was assessed and holds'),
  hold_in_part: label(
    '已核对的勾稽关系相符，其余无法核对',
    'The sums that were assessed hold; the others cannot be assessed',
  ),
  not_assessable: label('没有一项勾稽关系能够核对', 'No sum can be assessed'),
} as const satisfies Readonly<Record<string, Label>>

export type SumsOutcome = keyof typeof sumsOutcomes

/** How many sum edits the forms of a report prescribe, and what became of them. */
export interface SumCounts {
  readonly declared: number
  readonly assessed: number
  readonly failed: number
}

/**
 * What the sums of a report come to.
 *
 * @example toSumsOutcome({ declared: 42, assessed: 5, failed: 0 }) // 'hold_in_part'
 */
export function toSumsOutcome({ declared, assessed, failed }: SumCounts): SumsOutcome {
  if (failed > 0) return 'fail'
  if (assessed === 0) return 'not_assessable'
  return assessed < declared ? 'hold_in_part' : 'hold'
}

/** What the numbers of the narrative come to beside the tables. */
export const textOutcomes = {
  differ: label('正文有数字与表格不一致', 'A number of the text differs from the tables'),
  agree: label('正文中可比的数字均与表格一致', 'Every number of the text that can be compared agrees'),
  not_compared: label('正文有数字，表中无可比', 'The text states numbers, and the tables none to compare'),
  no_number: label('正文没有提到表中的事项', 'The text states no number of what the tables count'),
} as const satisfies Readonly<Record<string, Label>>

export type TextOutcome = keyof typeof textOutcomes

/** How many numbers the narrative states, and what the comparison with the tables gave. */
export interface TextCounts {
  readonly stated: number
  readonly agreeing: number
  readonly differing: number
}

/**
 * What the numbers of the text come to: they agree only where some were compared and none differs.
 *
 * @example toTextOutcome({ stated: 2, agreeing: 0, differing: 0 }) // 'not_compared'
 */
export function toTextOutcome({ stated, agreeing, differing }: TextCounts): TextOutcome {
  if (differing > 0) return 'differ'
  if (agreeing > 0) return 'agree'
  return stated > 0 ? 'not_compared' : 'no_number'
}

/** Cells of the forms that were found in the document: with a number, blank, with a stroke or with words. */
export const countFound = (report: { readonly cells_expected: number; readonly cells_missing: number }): number =>
  report.cells_expected - report.cells_missing
