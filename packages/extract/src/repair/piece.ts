import type { Repair } from '@gongkai/schema'

/** Text under repair: what it says now, and where each character stood in the decoded source. */
export interface Piece {
  readonly text: string
  /** Offset of the first character in the decoded source. */
  readonly offset: number
  /** Source offset of each character, or undefined while nothing has moved. */
  readonly map: readonly number[] | undefined
  readonly repairs: readonly Repair[]
}

export const toPiece = (text: string, offset: number): Piece => ({ text, offset, map: undefined, repairs: [] })

interface Edit {
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** Applies edits that do not overlap, in order, and logs each. */
export function applyEdits(piece: Piece, kind: Repair['kind'], edits: readonly Edit[]): Piece {
  if (edits.length === 0) return piece
  const at = (index: number) => piece.map?.[index] ?? piece.offset + index
  const map: number[] = []
  const repairs = [...piece.repairs]
  let text = ''
  let from = 0
  const keep = (to: number) => {
    for (let i = from; i < to; i++) map.push(at(i))
    text += piece.text.slice(from, to)
  }
  for (const edit of edits) {
    keep(edit.start)
    const start = at(edit.start)
    const end = edit.end > edit.start ? at(edit.end - 1) + 1 : start
    for (let i = 0; i < edit.replacement.length; i++) map.push(Math.min(start + i, end))
    text += edit.replacement
    repairs.push({ kind, line: null, start, end, replacement: edit.replacement })
    from = edit.end
  }
  keep(piece.text.length)
  return { text, offset: piece.offset, map, repairs }
}

/** Replaces every match of a pattern. */
export function replaceAll(piece: Piece, kind: Repair['kind'], pattern: RegExp, replacement: string): Piece {
  const edits = [...piece.text.matchAll(pattern)]
    .filter((match) => match[0] !== replacement && match[0] !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length, replacement }))
  return applyEdits(piece, kind, edits)
}
