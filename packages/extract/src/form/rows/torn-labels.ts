import { type LabelBook, noNames } from '../labels.ts'
import { isExactRowLabel, type Printed, type PrintedRow } from './printed-row.ts'

/** Most pieces of a label before its numbers, and after them. */
const mostBefore = 4
const mostAfter = 3

/**
 * Puts labels together that stand in pieces around their numbers, as a page keeps them:
 * `2.其他法律行政法规禁` `0 0 0 0 0 0 0` `止公开`. Only pieces that make up a declared label are joined.
 */
export function rejoinLabels(rows: readonly PrintedRow[], book: LabelBook): readonly PrintedRow[] {
  const joined = [...rows]
  rows.forEach((_, i) => {
    const row = joined[i]
    const next = joined[i + 1]
    if (!row || row.labels.length === 0 || !row.values.some((value) => value.text !== '')) return
    if (isExactRowLabel(row.labels.at(-1)?.names ?? noNames)) return
    const rest = next ? piecesOf(next) : []
    const found = findJoined([...piecesBefore(joined, i), ...row.labels], rest, book)
    if (!found) return
    joined[i] = { ...row, labels: found.labels }
    if (next && found.after > 0) joined[i + 1] = withoutPieces(next, found.after)
  })
  return joined
}

/** Labels of rows without numbers directly before a row: of such a row the first piece may be the end of the label before. */
function piecesBefore(rows: readonly PrintedRow[], at: number): readonly Printed[] {
  const before = rows[at - 1]
  const hasValues = before?.values.some((value) => value.text !== '') ?? true
  return hasValues ? [] : (before?.labels.slice(-mostBefore) ?? [])
}

/** Labels at the head of the next row: all but its last one, or all of a row without numbers. */
function piecesOf(next: PrintedRow): readonly Printed[] {
  const hasValues = next.values.some((value) => value.text !== '')
  return next.labels.slice(0, hasValues ? -1 : undefined).filter((label) => label.text !== '')
}

interface Joined {
  readonly labels: readonly Printed[]
  /** Pieces taken from the next row. */
  readonly after: number
}

function findJoined(own: readonly Printed[], rest: readonly Printed[], book: LabelBook): Joined | undefined {
  const filled = own.filter((label) => label.text !== '')
  for (let before = Math.min(mostBefore, filled.length); before >= 1; before--) {
    for (let after = Math.min(mostAfter, rest.length); after >= (before === 1 ? 1 : 0); after--) {
      const pieces = [...filled.slice(-before), ...rest.slice(0, after)]
      const text = pieces.map((piece) => piece.text).join('')
      const [first] = pieces
      const names = book.namesOf(text)
      if (first && isExactRowLabel(names))
        return { labels: [...filled.slice(0, -before), { ...first, text, names }], after }
    }
  }
  return undefined
}

function withoutPieces(row: PrintedRow, count: number): PrintedRow {
  const pieces = new Set(piecesOf(row).slice(0, count))
  return { ...row, labels: row.labels.filter((label) => !pieces.has(label)) }
}
