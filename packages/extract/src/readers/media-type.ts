import { Unreadable } from '../limits.ts'

/** Formats a reader exists for. */
export type MediaType =
  | 'text/plain'
  | 'text/html'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const signatures: readonly (readonly [string, string])[] = [
  ['89504e47', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['47494638', 'image/gif'],
  ['25504446', 'application/pdf'],
  ['d0cf11e0a1b11ae1', 'application/msword'],
  ['52617221', 'application/vnd.rar'],
  ['377abcaf', 'application/x-7z-compressed'],
  ['1f8b', 'application/gzip'],
  ['7f454c46', 'application/x-executable'],
]

/** Media type by the bytes, never by the name alone. */
export function findMediaType(bytes: Uint8Array): string {
  const head = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const known = signatures.find(([start]) => head.startsWith(start))
  if (known?.[1] === 'application/msword' && isEncrypted(bytes)) return encrypted
  if (known) return known[1]
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return docx
  return looksLikeHtml(bytes) ? 'text/html' : 'text/plain'
}

const encrypted = 'application/x-ole-encrypted'

/** A document under a password is a part `EncryptedPackage` in a container that older documents use, too; names stand there in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')
}

const htmlTag = /<(!doctype html|html|head|body|meta|table|div|p|span|article|script)[\s>/]/i

function looksLikeHtml(bytes: Uint8Array): boolean {
  // Nearly every page says so at once, and few bytes are had sooner without a decoder.
  if (htmlTag.test(String.fromCharCode(...bytes.subarray(0, 1024)).replaceAll('\0', ''))) return true
  return htmlTag.test(new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)).replaceAll('\0', ''))
}

/** @throws {Unreadable} when no reader exists for the type */
export function toMediaType(found: string): MediaType {
  if (found === 'text/plain' || found === 'text/html' || found === docx) return found
  if (found === 'application/pdf' || found === 'application/msword') {
    throw new Unreadable('format_not_read', `"${found}" is not read yet`)
  }
  if (found === encrypted) throw new Unreadable('encrypted', 'it opens with a password only')
  throw new Unreadable('unknown_type', `"${found}" is not a text, HTML or DOCX document`)
}
