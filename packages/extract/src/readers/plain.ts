import type { Block, ReadDocument } from '../types.ts'
import { decodeText } from './decode.ts'
import { readHtml } from './html/read-html.ts'
import { toTextBlocks } from './text.ts'

/** Reads a plain text; HTML tables that stand in it, as in Markdown, are read as those of a page. */
export function readPlain(bytes: Uint8Array): ReadDocument {
  const source = decodeText(bytes).replace(/^\ufeff/, '')
  const blocks: Block[] = []
  let from = 0
  for (const { start, end } of findTables(source)) {
    blocks.push(...toTextBlocks(source.slice(from, start)).map((block) => move(block, from)))
    const page = new TextEncoder().encode(`\ufeff${source.slice(start, end)}`)
    blocks.push(...readHtml(page).blocks.map((block) => move(block, start)))
    from = end
  }
  blocks.push(...toTextBlocks(source.slice(from)).map((block) => move(block, from)))
  return { blocks, metadata: [], attachments: [] }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Most tables of a page that are read; a report has three. */
const mostTables = 200
const tag = /<\/?table(?=[\s>])[^<>]{0,2000}>/gi

/** Outermost HTML tables; one that is not closed is text. */
function findTables(source: string): readonly Span[] {
  const spans: Span[] = []
  let depth = 0
  let start = 0
  for (const match of source.matchAll(tag)) {
    const isEnd = match[0].startsWith('</')
    if (!isEnd && depth++ === 0) start = match.index
    if (isEnd && depth > 0 && --depth === 0) spans.push({ start, end: match.index + match[0].length })
  }
  return spans.slice(0, mostTables)
}

function move(block: Block, by: number): Block {
  if (by === 0) return block
  return block.kind === 'paragraph'
    ? { ...block, offset: block.offset + by }
    : { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, offset: cell.offset + by }))) }
}
