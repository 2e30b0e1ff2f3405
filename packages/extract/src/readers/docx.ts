import { limits, Unreadable } from '../limits.ts'
import type { Block, ReadDocument, SourceCell } from '../types.ts'
import { toCellText } from './cell-text.ts'
import { readArchive } from './docx/archive.ts'
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
  const parts = unpackParts(bytes)
  const main = parts.get('word/document.xml')
  if (main === undefined) throw new Unreadable('unknown_type', 'an archive without word/document.xml')
  const numbering = readNumbering(parts.get('word/numbering.xml'), parts.get('word/styles.xml'))
  return { blocks: toBlocks(readBody(main, numbering)), metadata: [], attachments: [] }
}

/** Some programs write backslashes. */
const wanted = /^word[\\/](document|numbering|styles)\d*\.xml$/

function unpackParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = [...readArchive(bytes, wanted)]
  return new Map(parts.map(([name, data]) => [name.replace('\\', '/').replace(/\d+\.xml$/, '.xml'), decodePart(data)]))
}

/** XML without a declaration is UTF-8 or, by its byte order mark, UTF-16. */
function decodePart(data: Uint8Array): string {
  const mark = ((data[0] ?? 0) << 8) | (data[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(data)
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
      const text = toCellText(cell.text)
      return { text, offset: place(text), colSpan: Math.min(cell.colSpan, limits.columns), rowSpan: cell.rowSpan }
    }),
  )
}
