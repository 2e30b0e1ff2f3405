import { limits, Unreadable } from '../limits.ts'
import type { ReadDocument } from '../types.ts'
import { checkBounds } from './bounds.ts'
import { readDoc } from './doc/read-doc.ts'
import { readDocx } from './docx/read-docx.ts'
import { readHtml } from './html/read-html.ts'
import { findMediaType, type MediaType, toMediaType } from './media-type.ts'
import { readMhtml } from './mhtml.ts'
import { readPlain } from './plain.ts'

/** The library behind it is large; it is loaded with the first PDF, or before. */
export const loadPdfReader = () => import('./pdf/read-pdf.ts')

const readPdf = async (bytes: Uint8Array): Promise<ReadDocument> => (await loadPdfReader()).readPdf(bytes)

const readers = {
  'text/plain': { name: 'text', read: readPlain },
  'text/html': { name: 'html', read: readHtml },
  'application/msword': { name: 'doc', read: readDoc },
  'application/pdf': { name: 'pdf', read: readPdf },
  'multipart/related': { name: 'mhtml', read: readMhtml },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { name: 'docx', read: readDocx },
} as const satisfies Record<
  MediaType,
  { readonly name: string; readonly read: (bytes: Uint8Array) => ReadDocument | Promise<ReadDocument> }
>

/**
 * Reads the bytes of one document with the reader of its media type.
 *
 * @throws {Unreadable} when nothing can be read, with the reason for the ledger
 */
export async function readDocument(
  bytes: Uint8Array,
): Promise<ReadDocument & { readonly mediaType: string; readonly reader: string }> {
  if (bytes.length === 0) throw new Unreadable('empty', '0 bytes')
  if (bytes.length > limits.fileBytes)
    throw new Unreadable('too_large', `${bytes.length} bytes, the limit is ${limits.fileBytes}`)
  const mediaType = toMediaType(findMediaType(bytes))
  if (mediaType.startsWith('text/') && bytes.length > limits.textBytes) {
    throw new Unreadable('too_large', `${bytes.length} bytes of text, the limit is ${limits.textBytes}`)
  }
  const { name, read } = readers[mediaType]
  const document = await read(bytes)
  checkBounds(document.blocks)
  if (document.blocks.length === 0) throw new Unreadable('no_text', explainEmpty(document))
  return { ...document, mediaType, reader: name }
}

const explainEmpty = ({ attachments }: ReadDocument): string =>
  attachments.length === 0 ? 'no text was found' : `the report is in the attachment: ${attachments.join(', ')}`
