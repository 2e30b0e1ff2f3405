import { editionsOf } from '@gongkai/schema'
import { type LabelBook, mergeRows } from '../form/labels.ts'
import { strokes } from '../form/value.ts'
import type { CleanLine, IssueNote } from '../types.ts'
import type { CleanDocument } from './clean-document.ts'

/** Signs of a wrong decoding: phonetic signs, replacement characters and what these become when read once more. */
const damaged = /[\u3105-\u3129]|\ufffd|锟斤拷|烫烫|[ÃÂåæçèé][\u0080-\u00bf]/

const suspected = { zh: '疑似，未删', en: 'suspected, nothing was cut' }

/**
 * What is wrong with a document as a whole: foreign advertising, cut or suspected, and characters lost in the encoding.
 *
 * @param isDoubtful whether a line may hold advertising
 */
export function checkText(
  { lines, repairs }: CleanDocument,
  isDoubtful: (text: string) => boolean,
): readonly IssueNote[] {
  const isSpammed = repairs.some((repair) => repair.kind === 'spam' || repair.kind === 'mirror')
  const doubtful = lines.filter(({ text }) => isDoubtful(text))
  const lost = lines.find((line) => damaged.test(line.text))
  return [
    ...(isSpammed ? [{ code: 'spam_present', severity: 'warning' } as const] : []),
    ...doubtful.map(({ line }) => ({ code: 'spam_present', severity: 'info', line, detail: suspected }) as const),
    ...(lost ? [{ code: 'encoding_damaged', severity: 'warning', line: lost.line } as const] : []),
  ]
}

/** The issue of a page whose distinct lines were kept once. */
export const deduplicated: IssueNote = { code: 'tables_deduplicated', severity: 'error' }

/** Share of the labels of 表三 that has to be there before a loss of lines is thought of. */
const fewestLabels = 0.5
/** Values stand on the line of their label. */
const endsInValue = new RegExp(`\\d|[${strokes}]\\s*$`, 'u')
/** Labels with a few words of remark behind them; longer lines are sentences. */
const longestLabel = 60

/**
 * Whether each distinct line of a page was kept once: the labels of the tables are there, one per line, and not one
 * short line is printed twice, although the forms repeat 信息内容, 结果维持 and others. The values are lost for good.
 */
export function isDeduplicated(lines: readonly CleanLine[], book: LabelBook): boolean {
  const alone = lines.filter((line) => line.kind === 'paragraph' || line.cells.length === 1)
  const words = alone.filter(({ text }) => text.length <= longestLabel && !endsInValue.test(text.slice(2)))
  const labels = new Set(words.flatMap(({ text }) => book.namesOf(text).requests?.id ?? []))
  if (labels.size < mergeRows(editionsOf(book.forms).requests).length * fewestLabels) return false
  const short = alone.map(({ text }) => text).filter((text) => text !== '' && text.length <= 12)
  return new Set(short).size === short.length
}
