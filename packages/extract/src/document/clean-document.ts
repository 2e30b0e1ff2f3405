import type { Repair } from '@gongkai/schema'
import type { Piece } from '../repair/piece.ts'
import { redact, type Told, toTold } from '../repair/privacy.ts'
import { redactBlocks, type ToldRows } from '../repair/redact-blocks.ts'
import { type CleanContext, cutWhole, noContext, type ReadText, type Repairer } from '../repair/repair-by-words.ts'
import { findRepeated } from '../repair/repeated.ts'
import type { Block, CleanCell, CleanLine, Fragment, SourceCell } from '../types.ts'
import { splitAtHeadings } from './sections.ts'

export interface CleanDocument {
  readonly lines: readonly CleanLine[]
  readonly repairs: readonly Repair[]
  readonly context: CleanContext
}

/**
 * Repairs and redacts every piece of text and numbers the lines that are left, from 1.
 *
 * @example a paragraph `聯(lián)繫(xì)人：陳國棟` → { line: 1, kind: 'paragraph', text: '联系人：█' }, and its repairs
 */
export function toCleanDocument(source: readonly Block[], repairer: Repairer): CleanDocument {
  const blocks = source.flatMap(splitParagraph)
  const read = blocks.map((block) => readBlock(block, repairer))
  const context = repairer.findContext(read.flatMap(textsOf))
  const repeated = findRepeated(blocks)
  const lines: CleanLine[] = []
  const repairs: Repair[] = []
  const log = ({ repairs: made }: Piece, offset: number, line: number | null) => {
    for (const one of made) repairs.push({ ...one, line, start: offset + one.start, end: offset + one.end })
  }
  const repair = (text: ReadText) => repairer.repair(text, context)
  const pieces = redactBlocks(read.map((own) => toTolds(own, repair, repeated)))
  let table = 0
  read.forEach((own, at) => {
    if (own.kind === 'paragraph') {
      const piece = pieces[at]?.[0]?.[0]
      if (piece) addParagraph(own.block, piece)
    } else {
      table++
      own.block.rows.forEach((row, i) => {
        addRow(row, pieces[at]?.[i] ?? [])
      })
    }
  })
  return { lines, repairs, context }

  function addParagraph(block: Paragraph, piece: Piece): void {
    const text = piece.text.trim()
    const line = lines.length + 1
    log(piece, block.offset, text === '' ? null : line)
    if (text !== '') lines.push({ kind: 'paragraph', line, text, offset: block.offset, ...pageOf(block) })
  }

  function addRow(row: readonly SourceCell[], own: readonly Piece[]): void {
    const cells = row.map((cell, i) => toCleanCell(cell, own[i]))
    const line = lines.length + 1
    // A row of links or advertising.
    const isCut = cells.every((cell) => cell.text === '') && row.some((cell) => cell.text !== '')
    own.forEach((piece, i) => {
      log(piece, row[i]?.offset ?? 0, isCut ? null : line)
    })
    const text = cells.map((cell) => cell.text).join('\t')
    if (!isCut) lines.push({ kind: 'row', line, text, table, cells, ...pageOf(row[0]) })
  }
}

const pageOf = (one: Fragment | undefined): Pick<Fragment, 'page'> =>
  one?.page === undefined ? {} : { page: one.page }

/** The texts of a block after repair, as rows. */
function toTolds(own: ReadBlock, repair: (text: ReadText) => Told, repeated: ReadonlySet<Block>): ToldRows {
  if (own.kind === 'table') return own.rows.map((row) => row.map(repair))
  const { block, text } = own
  if (repeated.has(block)) return [[toTold(cutWhole('repeated', block.text))]]
  return [[block.isFurniture ? toTold(cutWhole('residue', block.text)) : repair(text)]]
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

const readBlock = (block: Block, { readText }: Repairer): ReadBlock =>
  block.kind === 'paragraph'
    ? { kind: 'paragraph', block, text: readText(block.text) }
    : { kind: 'table', block, rows: block.rows.map((row) => row.map((cell) => readText(cell.text))) }

const textsOf = (read: ReadBlock): readonly ReadText[] => (read.kind === 'paragraph' ? [read.text] : read.rows.flat())

/** A cell that nothing was repaired in stays as it is. */
function toCleanCell(cell: SourceCell, piece: Piece | undefined): CleanCell {
  const text = piece?.text.trim() ?? ''
  return text === cell.text ? cell : { ...cell, text }
}

/** Repairs and redacts a text that stands outside the lines, such as a meta tag or a path; nothing is logged. */
export const toCleanText = (text: string, { readText, repair }: Repairer, context = noContext): string =>
  redact(repair(readText(text), context)).text.trim()
