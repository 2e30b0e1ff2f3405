import type { CheerioAPI } from 'cheerio/slim'
import { Unreadable } from '../../limits.ts'
import type { ReadDocument } from '../../types.ts'
import { readHtml } from '../html/read-html.ts'
import { findBelow } from '../html/tree.ts'
import { findMediaType, toMediaType } from '../media-type.ts'
import { readMhtml } from '../mhtml.ts'
import { readPlain } from '../plain.ts'
import type { DocumentParts, Embedded } from './document-parts.ts'

const embedding: ReadonlySet<string> = new Set(['w:altChunk', 'o:OLEObject'])

/**
 * The documents that a document holds in parts of their own: text that Word takes in when it opens it, and objects.
 *
 * @throws {Unreadable} `damaged` where such text is not in the archive
 */
export function findEmbedded(main: CheerioAPI, embedded: DocumentParts['embedded']): readonly Embedded[] {
  const root = main.root()[0]
  return (root ? findBelow(root, embedding) : []).flatMap(({ name, attribs }) => {
    const id = attribs['r:id'] ?? ''
    const found = embedded(id)
    if (!found && name === 'w:altChunk') throw new Unreadable('damaged', `the part embedded as "${id}" is not there`)
    return found ?? []
  })
}

/**
 * Reads the one part that holds the text of a document without text of its own.
 *
 * @throws {Unreadable} with the name of the part, where its format is not read
 */
export async function readEmbedded({ path, bytes }: Embedded): Promise<ReadDocument> {
  const type = findMediaType(bytes)
  if (type === 'text/html') return readHtml(bytes)
  if (type === 'multipart/related') return readMhtml(bytes)
  if (type === 'text/plain') return readPlain(bytes)
  const why = whyNot(type)
  throw new Unreadable('format_not_read', `its text lies in an embedded part, "${path}": ${why}`)
}

function whyNot(type: string): string {
  try {
    return `${toMediaType(type)}, save the whole as DOCX again`
  } catch (error) {
    if (error instanceof Unreadable) return error.message
    throw error
  }
}
