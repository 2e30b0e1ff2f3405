import { Unreadable } from '../limits.ts'

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * Decodes bytes by byte order mark, then as UTF-8 where that is what nearly all of them are, then by what the page declares,
 * then as GB18030. A character that is damaged becomes U+FFFD; so does a zero byte.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = marks.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) return new TextDecoder(marked[1]).decode(bytes)
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (isBinary(bytes)) throw new Unreadable('undecodable', 'binary content, not text')
  const text = tryDecode('utf-8', bytes) ?? mostlyUtf8(bytes) ?? byDeclaration(bytes)
  return undouble(withoutPadding(text)).replaceAll('\0', damage)
}

/** Text without the zero bytes at its end. */
function withoutPadding(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === '\0') end--
  return text.slice(0, end)
}

const damage = '\ufffd'
/** One control byte in so many others is damage; more of them are no text. */
const bytesPerControl = 200

function isBinary(bytes: Uint8Array): boolean {
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1
  const head = bytes.subarray(0, Math.min(end, 4096))
  const controls = head.reduce((sum, byte) => sum + (byte < 0x07 || (byte > 0x0d && byte < 0x1a) ? 1 : 0), 0)
  return controls * bytesPerControl > Math.max(bytesPerControl, head.length)
}

/** UTF-8 with a few bytes that are not: each costs its character, and no more. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  const lost = count(text, /\ufffd/g)
  return count(text, /[\u0800-\uffef]/g) > lost * charactersPerLoss ? text : undefined
}

/** GB18030 read as UTF-8 loses nearly every character. */
const charactersPerLoss = 8

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

/** UTF-8 that was taken for an encoding of single bytes and encoded once more is decoded once more. */
function undouble(text: string): string {
  const foreign = count(text, /[\u00a0-\u00ff]/g)
  if (foreign < 20 || foreign < count(text, /\p{Script=Han}/gu)) return text
  const bytes = Uint8Array.from(text, toByte)
  return tryDecode('utf-8', bytes) ?? mostlyUtf8(bytes) ?? text
}

/** The characters that Windows-1252 has for the bytes 0x80-0x9f. */
const windows: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 32 }, (_, i) => [new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + i)), 0x80 + i]),
)

/** The byte that a character was made of; one that was none is damage in whatever encoding. */
const toByte = (character: string): number => {
  const code = windows.get(character) ?? character.charCodeAt(0)
  return code < 0x100 ? code : 0xff
}

function tryDecode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined // not this encoding: the next one is tried
  }
}

/** UTF-16 without a mark shows as zero bytes on one side of nearly every ASCII character. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 512)
  let even = 0
  let odd = 0
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 ? odd++ : even++
  if (odd > head.length / 8 && even * 8 < odd) return 'utf-16le'
  return even > head.length / 8 && odd * 8 < even ? 'utf-16be' : undefined
}

function byDeclaration(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase()
  const candidates = declared === 'big5' || declared === 'big5-hkscs' ? ['big5', 'gb18030'] : ['gb18030', 'big5']
  let best: { readonly text: string; readonly damage: number } | undefined
  for (const encoding of candidates) {
    const text = new TextDecoder(encoding).decode(bytes)
    const damage = damageOf(text)
    if (best === undefined || damage < best.damage) best = { text, damage }
    if (damage < 0 && !text.includes('\ufffd')) break // whole, in words that are known
  }
  return best?.text ?? ''
}

/** How wrong a decoding looks: replacement characters, and too few of the commonest words. */
function damageOf(text: string): number {
  return count(text, /\ufffd/g) - count(text, /政府|信息|公[开開]|[報报]告|[規规]/g)
}
