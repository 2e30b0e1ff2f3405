import type { LookupRows } from '@gongkai/schema'
import { holdsTitle } from '../text/report-title.ts'
import { applyEdits, type Piece } from './piece.ts'

/** Finds advertising of gambling, streaming and application downloads. */
export interface SpamBook {
  /** Whether a line is advertising as a whole. */
  readonly isSpam: (text: string) => boolean
  /** Cuts advertising off the end of a title; the rest stays. */
  readonly cutSpamTail: (piece: Piece) => Piece
}

/** A brand set off behind the title, as in `… 年度报告 -某某app平台`. */
const tail = /\s*[-_|—]\s*[^-_|—]{0,30}$/

/**
 * What the rows of spam.csv find: a word, or a word and another one within some characters, in capitals or not.
 *
 * @example toSpamBook([{ word: '亚洲', followed_by: '综合', gap: '4', … }]).isSpam('亚洲精品综合') → true
 */
export function toSpamBook(rows: LookupRows['spam']): SpamBook {
  const words = rows.map(
    ({ word, followed_by: then, gap }) => RegExp.escape(word) + (then && `.{0,${gap}}${RegExp.escape(then)}`),
  )
  const advertising = new RegExp(words.join('|') || '(?!)', 'i')
  return {
    // A title of a report stays when a brand stands beside it.
    isSpam: (text) => advertising.test(text) && !holdsTitle(text),
    cutSpamTail: (piece) => {
      if (!advertising.test(piece.text)) return piece
      const match = tail.exec(piece.text)
      if (!match || !advertising.test(match[0])) return piece
      return applyEdits(piece, 'mirror', [{ start: match.index, end: piece.text.length, replacement: '' }])
    },
  }
}
