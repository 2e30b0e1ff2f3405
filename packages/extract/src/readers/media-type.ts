import { Unreadable } from '../limits.ts'
import { isBare } from './mhtml.ts'

/** Formats a reader exists for. */
export type MediaType =
  | 'text/plain'
  | 'text/html'
  | 'application/pdf'
  | 'multipart/related'
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
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'application/rtf'],
]

/** Formats that no reader exists for, by media type: what the ledger calls them. */
const unreadNames: Readonly<Record<string, string>> = {
  'application/vnd.ms-excel': 'a spreadsheet (XLS, ET)',
  'application/vnd.ms-powerpoint': 'slides (PPT, DPS)',
  'application/rtf': 'RTF',
  'application/x-word-2003-xml': 'Word 2003 XML',
  'application/x-flat-opc': 'Word XML in one file (flat OPC)',
  'application/x-spreadsheet-xml': 'a spreadsheet (Excel 2003 XML)',
  'application/vnd.oasis.opendocument.text-flat-xml': 'OpenDocument in one file (FODT)',
  'application/x-ceb': 'CEB',
}

/** Media type by the bytes, never by the name alone. */
export function findMediaType(bytes: Uint8Array): string {
  const known = signatures.find(([start]) => start.every((byte, i) => bytes[i] === byte))?.[1]
  if (known === 'application/msword') return findContainer(bytes)
  if (known) return known
  const head = toHead(bytes)
  const late = lateSignatures.find(([sign]) => sign.test(head))?.[1]
  if (late !== undefined) return late
  if (isBare(bytes)) return 'multipart/related'
  return looksLikeHtml(bytes) && !isTextWithTables(bytes) ? 'text/html' : 'text/plain'
}

/** Signs that may stand behind a few other bytes: a mark of the encoding, empty lines, the greeting of a server. */
const lateSignatures: readonly (readonly [RegExp, string])[] = [
  [/^[^<]{0,64}?PK\p{Cc}{2}/u, docx],
  [/^[^<]{0,64}%PDF-\d/, 'application/pdf'],
  [/^\s*\{\\rtf/, 'application/rtf'],
  [
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version:|content-type:\s*(?:multipart\/related|text\/html))/i,
    'multipart/related',
  ],
  [/^[^<]*(?:<[?!][^>]*>\s*)*<\w+:wordDocument[\s>]/, 'application/x-word-2003-xml'],
  [/^[^<]*(?:<[?!][^>]*>\s*)*<\w+:package\s[^>]*office\/2006\/xmlPackage/, 'application/x-flat-opc'],
  [/^[^<]*(?:<[?!][^>]*>\s*)*<(?:\w+:)?Workbook\s[^>]*office:spreadsheet/, 'application/x-spreadsheet-xml'],
  [/^[^<]*(?:<[?!][^>]*>\s*)*<office:document[\s>]/, 'application/vnd.oasis.opendocument.text-flat-xml'],
  [/^Founder CEB/i, 'application/x-ceb'],
]

const latin = new TextDecoder('latin1')

/** The first characters, whatever the encoding: UTF-16 has a zero beside each letter, a mark none of its own. */
const toHead = (bytes: Uint8Array): string =>
  latin
    .decode(bytes.subarray(0, 4096))
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')

const wide = new TextDecoder('utf-16le')
const encrypted = 'application/x-ole-encrypted'

/** What the streams of an OLE container are called by those that write them; names stand there in UTF-16. */
const streams: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', encrypted],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
]

/** What a container of older documents holds, and of newer ones under a password. */
function findContainer(bytes: Uint8Array): string {
  const text = wide.decode(bytes)
  return streams.find(([name]) => text.includes(name))?.[1] ?? 'application/msword'
}

const htmlTag = /^<(!doctype html|html|head|body|meta|table|div|p|span|article|script)[\s>/]/i
const longestTag = 15
/** Bytes in which a page has its first tag: before it stand a mark of the encoding and empty lines at most. */
const longestLead = 9
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

/** Whether a text holds HTML tables and no other part of a page, as Markdown does: its lines are paragraphs. */
function isTextWithTables(bytes: Uint8Array): boolean {
  if (bytes.subarray(0, longestLead).includes(0x3c)) return false
  const text = latin.decode(bytes.subarray(0, reach))
  const around = text.replace(/<table(?=[\s>])[\s\S]*?(?:<\/table>|$)/gi, '')
  return (
    around !== text &&
    !/<\/?(?:!doctype|html|head|body|meta|div|p|span|article|script|h[1-6]|ul|li)[\s>/]/i.test(around)
  )
}

const readTypes: readonly string[] = [
  'text/plain',
  'text/html',
  'application/pdf',
  'application/msword',
  'multipart/related',
  docx,
]

const isRead = (type: string): type is MediaType => readTypes.includes(type)

/** @throws {Unreadable} when no reader exists for the type */
export function toMediaType(found: string): MediaType {
  if (isRead(found)) return found
  if (found === encrypted) throw new Unreadable('encrypted', 'it opens with a password only')
  const name = unreadNames[found]
  if (name !== undefined) throw toUnread(name)
  throw new Unreadable('unknown_type', `"${found}" is not a text, HTML, PDF or Word document`)
}

/** A document of a known format that is not read: what it is, and what to do. */
export const toUnread = (name: string): Unreadable =>
  new Unreadable('format_not_read', `${name} is not read: save it as DOCX${name === 'PDF' ? '' : ' or PDF'}`)
