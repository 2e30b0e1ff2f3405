import type { ReadDocument } from '../../types.ts'
import { trimIndents } from '../cell-text.ts'
import { parsePage } from '../html/page.ts'
import { textOf } from '../html/tree.ts'
import { readBlocks } from '../html/walk.ts'
import { openDoc } from './open.ts'
import { readParagraphs } from './paragraphs.ts'
import { toHtml } from './to-html.ts'

/**
 * Reads a document of Word 97 to 2003 by its own tables: pieces of text, properties of characters, paragraphs and rows.
 *
 * @throws {Unreadable} when it is damaged, encrypted, over a limit, or no such document
 */
export function readDoc(bytes: Uint8Array): ReadDocument {
  const $ = parsePage(toHtml(readParagraphs(openDoc(bytes))))
  $('pre').each((_, lines) => {
    $(lines).text(trimIndents(textOf(lines)))
  })
  const root = $.root()[0]
  if (!root) throw new RangeError('Cannot read a DOC: the parser gave no root')
  return { ...readBlocks(root, { skipsLinks: false }), metadata: [], attachments: [] }
}
