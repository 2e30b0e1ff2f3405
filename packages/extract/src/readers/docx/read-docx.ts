import type { CheerioAPI } from 'cheerio/slim'
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { Unreadable } from '../../limits.ts'
import type { ReadDocument } from '../../types.ts'
import { trimIndents } from '../cell-text.ts'
import { parsePage } from '../html/page.ts'
import { textOf } from '../html/tree.ts'
import { readBlocks } from '../html/walk.ts'
import { openArchive } from './archive.ts'
import { findParts } from './document-parts.ts'
import { findEmbedded, readEmbedded } from './embedded.ts'
import { readLooks } from './looks.ts'
import { readNumbering } from './numbering.ts'
import { settle } from './settle.ts'

/**
 * Reads a DOCX: its main part is parsed strictly, settled to what Word shows, turned into a page by mammoth, and walked
 * like any page.
 *
 * @throws {Unreadable} when the archive or its XML is damaged, encrypted or over a limit
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const { main, embedded, ...parts } = findParts(openArchive(bytes))
  const others = findEmbedded(main, embedded)
  settle(main, readNumbering(parts), readLooks(parts.styles))
  const $ = parsePage(await toHtml(main))
  $('pre').each((_, lines) => {
    $(lines).text(trimIndents(textOf(lines)))
  })
  const root = $.root()[0]
  if (!root) throw new RangeError('Cannot read a DOCX: the parser gave no root')
  const { blocks } = readBlocks(root, { skipsLinks: false })
  const [other] = others
  if (blocks.length === 0 && other) return readEmbedded(other)
  return { blocks, metadata: [], attachments: others.map(({ path }) => path) }
}

/**
 * Paragraphs outside tables become lines of preformatted text, so that columns of blanks and tabs survive; the text
 * reader finds the tables in them.
 */
const options = {
  styleMap: ["p[style-name='Line'] => pre:separator('\\n')", 'p => p:fresh'],
  includeDefaultStyleMap: false,
  includeEmbeddedStyleMap: false,
  transformDocument: (document: MammothDocument): MammothDocument => ({
    ...document,
    children: document.children.map((one) =>
      one.type === 'paragraph' ? { ...one, styleId: 'Line', styleName: 'Line' } : one,
    ),
  }),
}

/** A document in the making, as far as it is changed here; mammoth declares no type of its own for it. */
interface MammothDocument {
  readonly children: readonly { readonly type: string }[]
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Has mammoth turn a settled main part into a page; whatever it throws, the document is damaged. */
async function toHtml(main: CheerioAPI): Promise<string> {
  main.root().children('w\\:document').attr('xmlns:w', wordNamespace)
  const archive = zipSync({ 'word/document.xml': new TextEncoder().encode(main.xml()) }, { level: 0 })
  // In Node mammoth takes a buffer, in a browser the memory below it.
  const input = { buffer: archive as Buffer, arrayBuffer: archive.buffer }
  try {
    return (await mammoth.convertToHtml(input, options)).value
  } catch (error) {
    throw new Unreadable('damaged', `mammoth cannot read it (${error instanceof Error ? error.message : 'unknown'})`)
  }
}
