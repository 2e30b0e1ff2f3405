import { isTraditional, type Repair } from '@gongkai/schema'
import { remember } from './remember.ts'
import { type Brand, cutBrands, findBrands, isSuspect } from './repair/brands.ts'
import { type Piece, toPiece } from './repair/piece.ts'
import { redact, redactTable, type Told, toTold } from './repair/privacy.ts'
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
export type CleanLine = {
  readonly line: number
  /** The line as it is published; cells are separated by tabs. */
  readonly text: string
  /** Page of a PDF, from 1. */
  readonly page?: number
} & (
  | { readonly kind: 'paragraph'; readonly offset: number }
  | { readonly kind: 'row'; readonly table: number; readonly cells: readonly CleanCell[] }
)

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
  const read = blocks.map(readBlock)
  const context = findContext(read.flatMap(textsOf))
  const repeated = findRepeated(blocks)
  const lines: CleanLine[] = []
  const repairs: Repair[] = []
  const log = ({ repairs: made }: Piece, offset: number, line: number | null) => {
    for (const one of made) repairs.push({ ...one, line, start: offset + one.start, end: offset + one.end })
  }
  let table = 0
  for (const own of read) {
    if (own.kind === 'paragraph') {
      const { block, text: printed } = own
      const piece = repeated.has(block)
        ? cutWhole('repeated', block.text)
        : block.isFurniture
          ? cutWhole('residue', block.text)
          : redact(repair(printed, context), textBefore(lines))
      const text = piece.text.trim()
      const line = lines.length + 1
      log(piece, block.offset, text === '' ? null : line)
      if (text !== '') lines.push({ kind: 'paragraph', line, text, offset: block.offset, ...pageOf(block) })
    } else {
      table++
      const pieces = redactTable(own.rows.map((row) => row.map((text) => repair(text, context))))
      own.block.rows.forEach((row, at) => {
        const cells = row.map((cell, i) => toCleanCell(cell, pieces[at]?.[i]))
        const line = lines.length + 1
        // A row of links or advertising.
        const isCut = cells.every((cell) => cell.text === '') && row.some((cell) => cell.text !== '')
        pieces[at]?.forEach((piece, i) => {
          log(piece, row[i]?.offset ?? 0, isCut ? null : line)
        })
        const text = cells.map((cell) => cell.text).join('\t')
        if (!isCut) lines.push({ kind: 'row', line, text, table, cells, ...pageOf(row[0]) })
      })
    }
  }
  return { lines, repairs, context }
}

const pageOf = (one: Fragment | undefined): Pick<Fragment, 'page'> =>
  one?.page === undefined ? {} : { page: one.page }

/** Text of the line in front; where one cell stands on a line, it announces what the next one holds. */
const textBefore = (lines: readonly CleanLine[]): string => {
  const last = lines.at(-1)
  return last?.kind === 'paragraph' || last?.cells.length === 1 ? last.text : ''
}

function splitParagraph(block: Block): readonly Block[] {
  if (block.kind === 'table') return [block]
  const parts = splitAtHeadings(block)
  return parts[0] === block ? [block] : parts.map((part) => ({ ...block, ...part }))
}

type Paragraph = Block & { readonly kind: 'paragraph' }
type Table = Block & { readonly kind: 'table' }

/** A block with what its texts say. */
type ReadBlock =
  | { readonly kind: 'paragraph'; readonly block: Paragraph; readonly text: ReadText }
  | { readonly kind: 'table'; readonly block: Table; readonly rows: readonly (readonly ReadText[])[] }

/** What a text says by itself: of the document that it stands in, and when nothing is known of that one. */
interface ReadText {
  readonly text: string
  /** Its script, when it is long enough to tell. */
  readonly script: 'traditional' | 'simplified' | undefined
  readonly isSuspect: boolean
  readonly repaired: Told
}

const noContext: CleanContext = { brands: [], isConverted: false }

const readText = remember(
  (text): ReadText => ({
    text,
    script: /\p{Script=Han}{4}/u.test(text) ? (isTraditional(text) ? 'traditional' : 'simplified') : undefined,
    isSuspect: isSuspect(text),
    repaired: toTold(repairPiece(text, noContext)),
  }),
)

const readBlock = (block: Block): ReadBlock =>
  block.kind === 'paragraph'
    ? { kind: 'paragraph', block, text: readText(block.text) }
    : { kind: 'table', block, rows: block.rows.map((row) => row.map((cell) => readText(cell.text))) }

const textsOf = (read: ReadBlock): readonly ReadText[] => (read.kind === 'paragraph' ? [read.text] : read.rows.flat())

function findContext(texts: readonly ReadText[]): CleanContext {
  const scripts = texts.filter(({ script }) => script !== undefined)
  const converted = scripts.filter(({ script }) => script === 'traditional').length
  const suspects = texts.filter((one) => one.isSuspect)
  return {
    brands: findBrands(suspects.map(({ text }) => text)),
    isConverted: converted > 3 && converted * 3 > scripts.length,
  }
}

const toCleanCell = (cell: SourceCell, piece: Piece | undefined): CleanCell => ({
  ...cell,
  text: piece?.text.trim() ?? '',
})

/** A text as the document it stands in repairs it; in most, nothing has to be known of the document. */
const repair = ({ text, repaired }: ReadText, context: CleanContext): Told =>
  context.brands.length === 0 && !context.isConverted ? repaired : toTold(repairPiece(text, context))

function repairPiece(text: string, { brands, isConverted }: CleanContext): Piece {
  const repaired = cutBrands(cutSpamTail(repairText(toPiece(text), isConverted)), brands)
  if (isSpam(repaired.text)) return cutWhole('spam', text)
  return isFurniture(repaired.text) ? cutWhole('residue', text) : repaired
}

/** Nothing is left of the text, whatever was repaired in it. */
const cutWhole = (kind: Repair['kind'], text: string): Piece => ({
  ...toPiece(''),
  repairs: [{ kind, line: null, start: 0, end: text.length, replacement: '' }],
})

/** Repairs and redacts a text that stands outside the lines, such as a meta tag or a path; nothing is logged. */
export const toCleanText = (text: string, context = noContext): string =>
  redact(repair(readText(text), context)).text.trim()
