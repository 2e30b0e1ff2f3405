import { Unreadable } from '../limits.ts'

/** Formats a reader exists for. */
export type MediaType =
  | 'text/plain'
  | 'text/html'
  | 'application/pdf'
  | 'application/msword'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
  [[0xff, 0xd8, 0xff], 'image/jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'image/gif'],
  [[0x25, 0x50, 0x44, 0x46], 'application/pdf'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'application/msword'],
  [[0x52, 0x61, 0x72, 0x21], 'application/vnd.rar'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'application/x-7z-compressed'],
  [[0x1f, 0x8b], 'application/gzip'],
  [[0x7f, 0x45, 0x4c, 0x46], 'application/x-executable'],
  [[0x50, 0x4b, 0x03, 0x04], docx],
  [[0x50, 0x4b, 0x05, 0x06], docx],
]

/** Media type by the bytes, never by the name alone. */
export function findMediaType(bytes: Uint8Array): string {
  const known = signatures.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1]
  if (known === 'application/msword' && isEncrypted(bytes)) return encrypted
  if (known) return known
  return looksLikeHtml(bytes) ? 'text/html' : 'text/plain'
}

const encrypted = 'application/x-ole-encrypted'

/** A document under a password is a part `EncryptedPackage` in a container that older documents use, too; names stand there in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')
}

const htmlTag = /^<(!doctype html|html|head|body|meta|table|div|p|span|article|script)[\s>/]/i
const longestTag = 15
/** Bytes of a document in which a tag of a page is looked for. */
const reach = 65_536

/** Whether any tag of a page stands in the first bytes, in whatever encoding: UTF-16 has a zero beside each letter. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, reach)
  for (let at = head.indexOf(0x3c); at >= 0; at = head.indexOf(0x3c, at + 1)) {
    const tag = head.subarray(at, at + 2 * longestTag).filter((byte) => byte !== 0)
    if (htmlTag.test(String.fromCharCode(...tag))) return true
  }
  return false
}

/** @throws {Unreadable} when no reader exists for the type */
export function toMediaType(found: string): MediaType {
  if (found === 'text/plain' || found === 'text/html' || found === docx) return found
  if (found === 'application/pdf' || found === 'application/msword') return found
  if (found === encrypted) throw new Unreadable('encrypted', 'it opens with a password only')
  throw new Unreadable('unknown_type', `"${found}" is not a text, HTML, PDF or Word document`)
}
