import { Unreadable } from '../limits.ts'

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Decodes bytes by byte order mark, then fatal UTF-8, then what the page declares, then GB18030. */
export function decodeText(bytes: Uint8Array): string {
  const marked = marks.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (marked) return new TextDecoder(marked[1]).decode(bytes)
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (bytes.subarray(0, 4096).includes(0)) throw new Unreadable('undecodable', 'binary content, not text')
  return tryDecode('utf-8', bytes) ?? byDeclaration(bytes)
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
  const lost = text.match(/\ufffd/g)?.length ?? 0
  return lost - (text.match(/政府|信息|公[开開]|[報报]告|[規规]/g)?.length ?? 0)
}
