import { unzipSync } from 'fflate'
import { limits, Unreadable } from '../limits.ts'
import type { Block, ReadDocument, SourceCell } from '../types.ts'
import { type BodyItem, type BodyTable, readBody } from './docx/body.ts'
import { readNumbering } from './docx/numbering.ts'
import { toTextBlocks } from './text.ts'

/**
 * Reads a DOCX: the main part in one streaming walk that sees merges, tracked changes, hidden runs,
 * fields and automatic numbering. Headers, footers, notes and comments live in other parts and are not read.
 *
 * @throws {Unreadable} when the archive is damaged, encrypted or over a limit
 */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const parts = unzipParts(bytes)
  const main = parts.get('word/document.xml')
  if (main === undefined) throw new Unreadable('unknown_type', 'an archive without word/document.xml')
  const numbering = readNumbering(parts.get('word/numbering.xml'), parts.get('word/styles.xml'))
  return { blocks: toBlocks(readBody(main, numbering)), metadata: [], attachments: [] }
}

const wanted = /^word\/(document|numbering|styles)\d*\.xml$/

function unzipParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, { filter: (file) => wanted.test(file.name) && isWithinLimits(file) })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(
      'damaged',
      `the archive cannot be opened (${error instanceof Error ? error.message : 'unknown'})`,
    )
  }
  for (const [name, data] of Object.entries(files)) {
    parts.set(name.replace(/\d+\.xml$/, '.xml'), new TextDecoder().decode(data))
  }
  return parts
}

function isWithinLimits(file: {
  readonly name: string
  readonly size: number
  readonly originalSize: number
}): boolean {
  if (file.originalSize > limits.partBytes) {
    throw new Unreadable(
      'limit_exceeded',
      `${file.name} holds ${file.originalSize} bytes, more than ${limits.partBytes}`,
    )
  }
  if (file.originalSize > 1_000_000 && file.originalSize > file.size * limits.ratio) {
    throw new Unreadable('limit_exceeded', `${file.name} is packed more than ${limits.ratio} times`)
  }
  return true
}

/** Gives offsets in the text of the document, its lines joined by line ends and its cells by tabs. */
function toBlocks(items: readonly BodyItem[]): readonly Block[] {
  let offset = 0
  const place = (text: string): number => {
    const at = offset
    offset += text.length + 1
    return at
  }
  const blocks: Block[] = []
  let lines: string[] = []
  const closeLines = () => {
    const base = offset
    const text = lines.join('\n')
    for (const block of toTextBlocks(text)) blocks.push(moveBlock(block, base))
    if (lines.length > 0) place(text)
    lines = []
  }
  for (const item of items) {
    if (item.kind === 'paragraph') {
      lines.push(...item.text.split('\n').map((part) => (/\S\s*\t/.test(part) ? part : part.trim())))
      continue
    }
    closeLines()
    blocks.push({ kind: 'table', rows: placeRows(item, place) })
  }
  closeLines()
  return blocks
}

/** Paragraphs are read as text, so that tables pasted as tabs or bars are seen. */
function moveBlock(block: Block, base: number): Block {
  if (block.kind === 'paragraph') return { ...block, offset: block.offset + base }
  return { kind: 'table', rows: block.rows.map((row) => row.map((cell) => ({ ...cell, offset: cell.offset + base }))) }
}

function placeRows(table: BodyTable, place: (text: string) => number): readonly (readonly SourceCell[])[] {
  return table.rows.map((row) =>
    row.map((cell) => {
      const text = cell.text.replace(/\s+/g, ' ').trim()
      return { text, offset: place(text), colSpan: Math.min(cell.colSpan, limits.columns), rowSpan: cell.rowSpan }
    }),
  )
}
