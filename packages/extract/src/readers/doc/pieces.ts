import { Unreadable } from '../../limits.ts'
import type { Bytes } from './bytes.ts'
import type { DocFile } from './open.ts'

/** A run of text as it lies in the file. */
export interface Piece {
  readonly text: string
  /** Byte of the main stream at which it begins. */
  readonly at: number
  /** Bytes of one character. */
  readonly width: 1 | 2
  /** Properties that a quick save put on the whole piece. */
  readonly properties: Bytes | undefined
}

const tableOfPieces = 33

/**
 * The text in pieces, in reading order, up to the end of the text itself.
 *
 * @see [MS-DOC] 2.9.38, Clx
 */
export function readPieces({ main, table, length, part }: DocFile): readonly Piece[] {
  const { at: start, length: size } = part(tableOfPieces)
  const lists: Bytes[] = []
  for (let at = start; at < start + size; ) {
    const kind = table.byte(at)
    if (kind === 1) {
      const end = at + 3 + table.short(at + 1)
      lists.push(table.slice(at + 3, end))
      at = end
    } else if (kind === 2) {
      return toPieces(table.slice(at + 5, at + 5 + table.long(at + 1)), lists, main, length)
    } else break
  }
  throw new Unreadable('damaged', 'it has no table of pieces')
}

const narrowFlag = 0x4000_0000

function toPieces(plc: Bytes, lists: readonly Bytes[], main: Bytes, length: number): readonly Piece[] {
  const count = Math.floor((plc.length - 4) / 12)
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) {
    const from = plc.long(4 * i)
    const to = Math.min(length, plc.long(4 * i + 4))
    if (to <= from) continue
    const place = plc.long(4 * (count + 1) + 8 * i + 2)
    const isNarrow = (place & narrowFlag) !== 0
    const at = isNarrow ? (place & (narrowFlag - 1)) / 2 : place & (narrowFlag - 1)
    const end = at + (to - from) * (isNarrow ? 1 : 2)
    const mark = plc.short(4 * (count + 1) + 8 * i + 6)
    pieces.push({
      text: isNarrow ? main.narrow(at, end) : main.wide(at, end),
      at,
      width: isNarrow ? 1 : 2,
      properties: (mark & 1) === 1 ? lists[mark >> 1] : undefined,
    })
  }
  return pieces
}
