import { isTraditional, type Repair } from '@gongkai/schema'
import { type Brand, cutBrands, findBrands } from './repair/brands.ts'
import { type Piece, toPiece } from './repair/piece.ts'
import { findPersonalColumns, type PersonalColumns, redact, redactRow } from './repair/privacy.ts'
import { findRepeated } from './repair/repeated.ts'
import { cutSpamTail, isFurniture, isSpam } from './repair/spam.ts'
import { repairText } from './repair/text.ts'
import { splitAtHeadings } from './sections.ts'
import type { Block, Fragment, SourceCell } from './types.ts'

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
  readonly context: CleanContext
}

/** What the document as a whole says about the repair of its parts. */
export interface CleanContext {
  readonly brands: readonly Brand[]
  /** Much of the text is in traditional script, into which reports of the mainland are only converted. */
  readonly isConverted: boolean
}

/** Repairs and redacts every piece of text and numbers the lines that are left, from 1. */
export function toCleanDocument(source: readonly Block[]): CleanDocument {
  const blocks = source.flatMap(splitParagraph)
  const lines: CleanLine[] = []
  const repairs: Repair[] = []
  const log = (made: readonly Repair[], line: number | null) => {
    for (const repair of made) repairs.push({ ...repair, line })
  }
  const context = findContext(blocks)
  const repeated = findRepeated(blocks)
  let table = 0
  for (const block of blocks) {
    if (block.kind === 'paragraph' && repeated.has(block)) {
      log([cutWhole('repeated', block)], null)
    } else if (block.kind === 'paragraph') {
      const piece = redact(repairPiece(block.text, block.offset, context), textBefore(lines))
      const isKept = piece.text.trim() !== ''
      log(piece.repairs, isKept ? lines.length + 1 : null)
      if (isKept)
        lines.push({ kind: 'paragraph', line: lines.length + 1, text: piece.text.trim(), offset: block.offset })
    } else {
      table++
      let columns: PersonalColumns | undefined
      for (const row of block.rows) {
        const repaired = row.map((cell) => repairPiece(cell.text, cell.offset, context))
        columns = findPersonalColumns(repaired.map((piece) => piece.text)) ?? columns
        const pieces = redactRow(repaired, columns)
        const isCut = row.some((cell) => cell.text !== '') && pieces.every((piece) => piece.text.trim() === '')
        const line = lines.length + 1
        for (const piece of pieces) log(piece.repairs, isCut ? null : line)
        if (isCut) continue // a row of links or advertising
        lines.push({ kind: 'row', line, table, cells: row.map((cell, i) => toCleanCell(cell, pieces[i])) })
      }
    }
  }
  return { lines, repairs, context }
}

/** Text of the line in front; where one cell stands on a line, it announces what the next one holds. */
const textBefore = (lines: readonly CleanLine[]): string => {
  const last = lines.at(-1)
  return last?.kind === 'paragraph' || last?.cells.length === 1 ? textOfLine(last) : ''
}

const splitParagraph = (block: Block): readonly Block[] =>
  block.kind === 'paragraph' ? splitAtHeadings(block).map((part) => ({ ...block, ...part })) : [block]

function findContext(blocks: readonly Block[]): CleanContext {
  const texts = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flatMap((row) => row.map((cell) => cell.text)),
  )
  const words = texts.filter((text) => /\p{Script=Han}{4}/u.test(text))
  const converted = words.filter(isTraditional).length
  return { brands: findBrands(texts), isConverted: converted > 3 && converted * 3 > words.length }
}

const toCleanCell = (cell: SourceCell, piece: Piece | undefined): CleanCell => ({
  text: piece?.text.trim() ?? '',
  colSpan: cell.colSpan,
  rowSpan: cell.rowSpan,
})

function repairPiece(text: string, offset: number, { brands, isConverted }: CleanContext): Piece {
  const repaired = cutBrands(cutSpamTail(repairText(toPiece(text, offset), isConverted)), brands)
  const kind = isSpam(repaired.text) ? 'spam' : isFurniture(repaired.text) ? 'residue' : undefined
  if (!kind) return repaired
  return { ...repaired, text: '', repairs: [cutWhole(kind, { text, offset })] }
}

const cutWhole = (kind: Repair['kind'], { text, offset }: Fragment): Repair => ({
  kind,
  line: null,
  start: offset,
  end: offset + text.length,
  replacement: '',
})

/** Text of a line as it is published; cells are separated by tabs. */
export const textOfLine = (line: CleanLine): string =>
  line.kind === 'paragraph' ? line.text : line.cells.map((cell) => cell.text).join('\t')

const noContext: CleanContext = { brands: [], isConverted: false }

/** Repairs and redacts a text that stands outside the lines, such as a meta tag or a path; nothing is logged. */
export const toCleanText = (text: string, context = noContext): string =>
  redact(repairPiece(text, 0, context)).text.trim()
