import PostalMime from 'postal-mime'
import { Unreadable } from '../limits.ts'
import type { ReadDocument } from '../types.ts'
import { readHtml } from './html/read-html.ts'

/**
 * Reads a page that was saved with all its parts in one file, by its longest HTML part; so, too, a page that only lost the
 * head of such a file.
 *
 * @throws {Unreadable} `no_text` where it holds no page, `damaged` where its parts cannot be told from each other
 */
export async function readMhtml(bytes: Uint8Array): Promise<ReadDocument> {
  const { attachments } = await parse(isBare(bytes) ? withHead(bytes) : asParts(bytes))
  const pages = attachments.flatMap(({ mimeType, content }) =>
    mimeType === part && typeof content !== 'string' ? [new Uint8Array(content)] : [],
  )
  const [page] = pages.toSorted((a, b) => b.length - a.length)
  if (!page) throw new Unreadable('no_text', 'a saved page (MHTML) without a part in HTML')
  return readHtml(page)
}

async function parse(bytes: Uint8Array) {
  try {
    return await PostalMime.parse(bytes)
  } catch (error) {
    throw new Unreadable('damaged', `its parts cannot be read (${error instanceof Error ? error.message : 'unknown'})`)
  }
}

/** Attributes as they are encoded: `<td colspan=3D"4">`; and as they are otherwise. */
const encodedAttribute = /\s[a-z-]+=3D["'\w]/gi
const plainAttribute = /<\w+\s+[a-z-]+="/i
const fewest = 3

/** Whether bytes are a page that is encoded as mail is, without the head that says so. */
export function isBare(bytes: Uint8Array): boolean {
  const text = toText(bytes.subarray(0, 65_536))
  return /^\s*</.test(text) && !plainAttribute.test(text) && (text.match(encodedAttribute)?.length ?? 0) >= fewest
}

const withHead = (bytes: Uint8Array): Uint8Array => {
  const head = new TextEncoder().encode(`Content-Type: ${part}\nContent-Transfer-Encoding: quoted-printable\n\n`)
  const made = new Uint8Array(head.length + bytes.length)
  made.set(head)
  made.set(bytes, head.length)
  return made
}

/** What the parts in HTML are called for the library: it would decode pages by their head alone, and they know better. */
const part = 'text/h-tm'
const page = 'text/html'

/** The same bytes, with the type of each part in HTML written as `part`, which is as long. */
function asParts(bytes: Uint8Array): Uint8Array {
  const made = bytes.slice()
  for (const { index, 0: found } of toText(bytes).matchAll(/^content-type:\s*text\/html/gim)) {
    made.set(new TextEncoder().encode(part), index + found.length - page.length)
  }
  return made
}

/** One character for each byte. */
const toText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
