import { Unreadable } from '../../limits.ts'
import { Bytes } from './bytes.ts'
import type { DocFile, Span } from './open.ts'

/** A run of text as it lies in the file. */
export interface Piece {
  readonly text: string
  /** Number of its first character in the document. */
  readonly from: number
  /** Byte of the main stream at which it begins. */
  readonly at: number
  /** Bytes of one character. */
  readonly width: 1 | 2
  /** Properties that a quick save put on the whole piece. */
  readonly properties: Bytes | undefined
}

const tableOfPieces = 33

/**
 * A part of the text in pieces, in reading order.
 *
 * @see [MS-DOC] 2.9.38, Clx
 */
export function readPieces({ main, table, part }: DocFile, span: Span): readonly Piece[] {
  const { at: start, length: size } = part(tableOfPieces)
  const lists: Bytes[] = []
  for (let at = start; at < start + size; ) {
    const kind = table.byte(at)
    if (kind === 1) {
      const end = at + 3 + table.short(at + 1)
      lists.push(table.slice(at + 3, end))
      at = end
    } else if (kind === 2) {
      return toPieces(table.slice(at + 5, at + 5 + table.long(at + 1)), lists, main, span)
    } else break
  }
  throw new Unreadable('damaged', 'it has no table of pieces')
}

const narrowFlag = 0x4000_0000

function toPieces(plc: Bytes, lists: readonly Bytes[], main: Bytes, span: Span): readonly Piece[] {
  const count = Math.floor((plc.length - 4) / 12)
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) {
    const begin = plc.long(4 * i)
    const from = Math.max(span.from, begin)
    const to = Math.min(span.to, plc.long(4 * i + 4))
    if (to <= from) continue
    const place = plc.long(4 * (count + 1) + 8 * i + 2)
    const isNarrow = (place & narrowFlag) !== 0
    const width = isNarrow ? 1 : 2
    const first = isNarrow ? (place & (narrowFlag - 1)) / 2 : place & (narrowFlag - 1)
    const at = first + (from - begin) * width
    const end = at + (to - from) * width
    const mark = plc.short(4 * (count + 1) + 8 * i + 6)
    pieces.push({
      text: isNarrow ? main.narrow(at, end) : main.wide(at, end),
      from,
      at,
      width,
      properties: (mark & 1) === 1 ? lists[mark >> 1] : toSingle(mark),
    })
  }
  return pieces
}

/** Properties that a piece may have without a list, by their short number: what decides whether text is shown. */
const singles: Readonly<Record<number, number>> = { 65: 0x0800, 87: 0x0837, 92: 0x083c }

/** One property of one byte as a list. */
function toSingle(mark: number): Bytes | undefined {
  const code = singles[(mark >> 1) & 0x7f]
  return code === undefined ? undefined : new Bytes(Uint8Array.of(code & 0xff, code >> 8, mark >> 8))
}
