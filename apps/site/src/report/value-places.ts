import type { CellRow } from '../data/rows.ts'

/** Where a number stands in its source line, in UTF-16 code units. */
export interface ValuePlace {
  readonly key: string
  readonly start: number
  readonly end: number
}

interface Piece {
  readonly text: string
  readonly start: number
}

const toPieces = (line: string, pattern: RegExp): readonly Piece[] =>
  [...line.matchAll(pattern)].map(({ 0: found, index }) => {
    const text = found.trim()
    return { text, start: index + found.indexOf(text) }
  })

/** Ways to cut a line: cells of a grid between tabs, words, single characters where numbers run together. */
const cuts: readonly ((line: string) => readonly Piece[])[] = [
  (line) => toPieces(line, /(?<=^|\t)[^\t]*/g),
  (line) => toPieces(line, /[^\s|]+/g),
  (line) => toPieces(line, /\d/g),
]

/** Takes for each text the first piece behind the one before that is equal; undefined where one finds none. */
function align(pieces: readonly Piece[], texts: readonly string[]): readonly Piece[] | undefined {
  const found: Piece[] = []
  let from = 0
  for (const text of texts) {
    const at = pieces.findIndex((piece, index) => index >= from && piece.text === text)
    const piece = pieces[at]
    if (!piece) return undefined
    found.push(piece)
    from = at + 1
  }
  return found
}

/**
 * Finds each cell of a line in its text. The cells are laid on the text from the left and from the right; a cell has a
 * place only where both come to the same one, so that no number is ever led to another.
 *
 * @param cells of that line, in the order in which they are printed
 * @example placeValues('甲\t0\t5', [zero, five]) // five at 4 to 5
 */
export function placeValues(line: string, cells: readonly CellRow[]): readonly ValuePlace[] {
  const texts = cells.map(({ raw }) => (raw ?? '').trim())
  for (const cut of cuts) {
    const pieces = cut(line)
    const left = align(pieces, texts)
    const right = align(pieces.toReversed(), texts.toReversed())?.toReversed()
    if (!left || !right) continue
    return cells.flatMap(({ key }, index) => {
      const [piece, other] = [left[index], right[index]]
      return piece && piece === other && piece.text !== ''
        ? [{ key, start: piece.start, end: piece.start + piece.text.length }]
        : []
    })
  }
  return []
}
