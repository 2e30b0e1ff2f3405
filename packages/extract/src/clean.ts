import type { Repair } from '@gongkai/schema'
import { type Piece, toPiece } from './repair/piece.ts'
import { redact } from './repair/privacy.ts'
import { cutSpamTail, isFurniture, isSpam } from './repair/spam.ts'
import { repairText } from './repair/text.ts'
import type { Block, SourceCell } from './types.ts'

/** A cell after repair, with the spans it was printed with. */
export interface CleanCell {
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
}

/** One line of the cleaned document: a paragraph, or a table row. */
export type CleanLine =
  | { readonly kind: 'paragraph'; readonly line: number; readonly text: string; readonly offset: number }
  | { readonly kind: 'row'; readonly line: number; readonly table: number; readonly cells: readonly CleanCell[] }

export interface CleanDocument {
  readonly lines: readonly CleanLine[]
  readonly repairs: readonly Repair[]
}

/** Repairs and redacts every piece of text and numbers the lines that are left, from 1. */
export function toCleanDocument(blocks: readonly Block[]): CleanDocument {
  const lines: CleanLine[] = []
  const repairs: Repair[] = []
  const log = (made: readonly Repair[], line: number | null) => {
    for (const repair of made) repairs.push({ ...repair, line })
  }
  let table = 0
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const piece = cleanPiece(block.text, block.offset)
      const isKept = piece.text.trim() !== ''
      log(piece.repairs, isKept ? lines.length + 1 : null)
      if (isKept)
        lines.push({ kind: 'paragraph', line: lines.length + 1, text: piece.text.trim(), offset: block.offset })
      continue
    }
    table++
    for (const row of block.rows) {
      const pieces = row.map((cell) => cleanPiece(cell.text, cell.offset))
      const line = lines.length + 1
      for (const piece of pieces) log(piece.repairs, line)
      lines.push({ kind: 'row', line, table, cells: row.map((cell, i) => toCleanCell(cell, pieces[i])) })
    }
  }
  return { lines, repairs }
}

const toCleanCell = (cell: SourceCell, piece: Piece | undefined): CleanCell => ({
  text: piece?.text.trim() ?? '',
  colSpan: cell.colSpan,
  rowSpan: cell.rowSpan,
})

function cleanPiece(text: string, offset: number): Piece {
  const repaired = cutSpamTail(repairText(toPiece(text, offset)))
  const kind = isSpam(repaired.text) ? 'spam' : isFurniture(repaired.text) ? 'residue' : undefined
  if (!kind) return redact(repaired)
  const whole: Repair = { kind, line: null, start: offset, end: offset + text.length, replacement: '' }
  return { ...repaired, text: '', repairs: [whole] }
}

/** Text of a line as it is published; cells are separated by tabs. */
export const textOfLine = (line: CleanLine): string =>
  line.kind === 'paragraph' ? line.text : line.cells.map((cell) => cell.text).join('\t')

/** Repairs and redacts a text that stands outside the lines, such as a meta tag; nothing is logged. */
export const toCleanText = (text: string): string => cleanPiece(text, 0).text.trim()
