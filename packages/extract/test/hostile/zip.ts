import { deflateSync } from 'fflate'

/** A part of an archive, with what is to be said of it wrongly. */
export interface Part {
  readonly name: string
  readonly text: string | Uint8Array
  readonly stored?: boolean
  readonly flags?: number
  readonly method?: number
  readonly sum?: number
  readonly size?: number
  readonly headerAt?: number
  /** Sizes and offset stand in the wide extra field. */
  readonly isWide?: boolean
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const little = (value: number, bytes: number): Uint8Array => {
  const out = new Uint8Array(bytes)
  for (let i = 0; i < bytes; i++) out[i] = Math.floor(value / 2 ** (8 * i)) & 0xff
  return out
}

export const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

const u16 = (value: number) => little(value, 2)
const u32 = (value: number) => little(value, 4)
const u64 = (value: number) => little(value, 8)

/** Writes an archive; what `Part` leaves open is told truly. */
export function toZip(parts: readonly Part[], end: { readonly count?: number; readonly at?: number } = {}): Uint8Array {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const part of parts) {
    const data = typeof part.text === 'string' ? utf8(part.text) : part.text
    const packed = part.stored ? data : deflateSync(data)
    const name = utf8(part.name)
    const size = part.size ?? data.length
    const at = part.headerAt ?? offset
    const extra = part.isWide ? join(u16(1), u16(24), u64(size), u64(packed.length), u64(at)) : new Uint8Array()
    const narrow = (value: number) => u32(part.isWide ? 0xffffffff : value)
    const method = u16(part.method ?? (part.stored ? 0 : 8))
    const shared = [u16(part.flags ?? 0), method, u32(0), u32(part.sum ?? sumOf(data))]
    const local = join(
      u32(0x04034b50),
      u16(20),
      ...shared,
      u32(packed.length),
      u32(size),
      u16(name.length),
      u16(0),
      name,
      packed,
    )
    locals.push(local)
    directory.push(
      join(u32(0x02014b50), u16(20), u16(20), ...shared, narrow(packed.length), narrow(size)),
      join(u16(name.length), u16(extra.length), u16(0), u16(0), u16(0), u32(0), narrow(at), name, extra),
    )
    offset += local.length
  }
  const list = join(...directory)
  const count = end.count ?? parts.length
  const closing = join(u32(0x06054b50), u32(0), u16(count), u16(count), u32(list.length), u32(end.at ?? offset), u16(0))
  return join(...locals, list, closing)
}
