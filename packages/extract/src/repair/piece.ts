import type { Repair } from '@gongkai/schema'
import { findAll } from '../text/find-all.ts'

/** Text under repair: what it says now, and where each character stood. Offsets count from the start of the text. */
export interface Piece {
  readonly text: string
  /** Where each character stood before any repair, or undefined while nothing has moved. */
  readonly map: readonly number[] | undefined
  readonly repairs: readonly Repair[]
}

const none: readonly Repair[] = []

/** A text that nothing was done to yet. */
export const toPiece = (text: string): Piece => ({ text, map: undefined, repairs: none })

interface Edit {
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/**
 * Applies edits in order and logs each. The ranges of a log never overlap, so that it can be replayed on the source:
 * an edit of equal length is cut where an earlier repair removed characters, any other takes the place of what it covers.
 */
export function applyEdits(piece: Piece, kind: Repair['kind'], edits: readonly Edit[]): Piece {
  if (edits.length === 0) return piece
  const at = (index: number) => piece.map?.[index] ?? index
  const map: number[] = []
  const made: Repair[] = []
  let text = ''
  let from = 0
  const keep = (to: number) => {
    for (let i = from; i < to; i++) map.push(at(i))
    text += piece.text.slice(from, to)
  }
  for (const edit of edits.flatMap((one) => cutAtGaps(one, at))) {
    keep(edit.start)
    const start = at(edit.start)
    const end = edit.end > edit.start ? at(edit.end - 1) + 1 : start
    for (let i = 0; i < edit.replacement.length; i++) map.push(Math.min(start + i, end))
    text += edit.replacement
    made.push({ kind, line: null, start, end, replacement: edit.replacement })
    from = edit.end
  }
  keep(piece.text.length)
  const earlier = piece.repairs.flatMap((one) => withoutRanges(one, made))
  return { text, map, repairs: [...earlier, ...made] }
}

/** What is left of an earlier repair outside the ranges of later ones, which stand in order. */
function withoutRanges(repair: Repair, later: readonly Repair[]): readonly Repair[] {
  let low = 0
  for (let high = later.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((later[middle]?.end ?? 0) <= repair.start) low = middle + 1
    else high = middle
  }
  let left: readonly Repair[] = [repair]
  for (let at = low; at < later.length; at++) {
    const { start, end } = later[at] ?? repair
    const last = left.at(-1)
    if (!last || start >= repair.end) break
    left = [...left.slice(0, -1), ...withoutRange(last, start, end)]
  }
  return left
}

/** Parts of an edit whose characters stand side by side in the source; only an edit of equal length has parts. */
function cutAtGaps(edit: Edit, at: (index: number) => number): readonly Edit[] {
  if (edit.replacement.length !== edit.end - edit.start) return [edit]
  const parts: Edit[] = []
  let start = edit.start
  for (let i = edit.start + 1; i <= edit.end; i++) {
    if (i < edit.end && at(i) === at(i - 1) + 1) continue
    parts.push({ start, end: i, replacement: edit.replacement.slice(start - edit.start, i - edit.start) })
    start = i
  }
  return parts
}

/** What is left of an earlier repair outside a range that is replaced as a whole. */
function withoutRange(repair: Repair, start: number, end: number): readonly Repair[] {
  if (repair.end <= start || repair.start >= end) return [repair]
  if (repair.replacement.length !== repair.end - repair.start) return []
  const part = (from: number, to: number): readonly Repair[] =>
    to > from
      ? [
          {
            ...repair,
            start: from,
            end: to,
            replacement: repair.replacement.slice(from - repair.start, to - repair.start),
          },
        ]
      : []
  return [...part(repair.start, start), ...part(end, repair.end)]
}

/** Replaces every match of a pattern. */
export function replaceAll(piece: Piece, kind: Repair['kind'], pattern: RegExp, replacement: string): Piece {
  const edits = findAll(piece.text, pattern)
    .filter((match) => match[0] !== replacement && match[0] !== '')
    .map((match) => ({ start: match.index, end: match.index + match[0].length, replacement }))
  return applyEdits(piece, kind, edits)
}
