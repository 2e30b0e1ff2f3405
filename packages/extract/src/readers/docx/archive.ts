import { inflateSync } from 'fflate'
import { limits, Unreadable } from '../../limits.ts'

interface Entry {
  readonly name: string
  readonly isEncrypted: boolean
  readonly method: number
  readonly sum: number
  readonly packedSize: number
  readonly size: number
  readonly headerAt: number
}

/** The parts of an archive, by name. */
export interface Archive {
  /** The bytes of a part, whatever the case and the slashes of its name; undefined where there is none. */
  readonly read: (name: string) => Uint8Array | undefined
  readonly has: (name: string) => boolean
}

/**
 * Opens an archive. Nothing is written, and no name is taken for a path. Sizes are those of the directory, so that
 * nothing is unpacked before it is known to fit; what comes out must have its length and its sum.
 *
 * @throws {Unreadable} `damaged` (two parts of one name, too), `encrypted` or `limit_exceeded`, with what was found;
 * `read` throws likewise
 */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = new Map<string, Entry>()
  for (const entry of readDirectory(bytes)) {
    const name = foldName(entry.name)
    if (entries.has(name)) throw damaged(`two parts are named "${name}"`)
    entries.set(name, entry)
  }
  let total = 0
  return {
    has: (name) => entries.has(foldName(name)),
    read: (name) => {
      const entry = entries.get(foldName(name))
      if (!entry) return undefined
      total += entry.size
      if (total > limits.archiveBytes) throw exceeds(`its parts hold ${total} bytes`, limits.archiveBytes)
      return unpack(bytes, entry)
    },
  }
}

/** Names are compared without case; some programs write backslashes, or a slash in front. */
const foldName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

const damaged = (what: string): Unreadable => new Unreadable('damaged', `the archive cannot be opened: ${what}`)
const exceeds = (what: string, limit: number): Unreadable =>
  new Unreadable('limit_exceeded', `${what}, the limit is ${limit}`)

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the directory of an archive lies. */
interface Directory {
  readonly at: number
  readonly count: number
  /** Bytes in front of the archive that its own offsets do not count. */
  readonly shift: number
}

/**
 * Where the directory begins and how many entries it has: the end record, or the one of archives beyond 4 GB. Other bytes
 * may stand in front of the archive and behind it.
 */
function findDirectory(view: DataView): Directory {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const isWide = at >= 20 && view.getUint32(at - 20, true) === 0x07064b50
    const wideAt = isWide ? Number(view.getBigUint64(at - 12, true)) : -1
    if (wideAt >= 0 && wideAt + 56 <= view.byteLength && view.getUint32(wideAt, true) === 0x06064b50) {
      const start = Number(view.getBigUint64(wideAt + 48, true))
      return { count: Number(view.getBigUint64(wideAt + 32, true)), at: start, shift: 0 }
    }
    const start = view.getUint32(at + 16, true)
    const shift = at - view.getUint32(at + 12, true) - start
    const isShifted = shift > 0 && !isEntry(view, start) && isEntry(view, start + shift)
    return { count: view.getUint16(at + 10, true), at: start, shift: isShifted ? shift : 0 }
  }
  throw damaged('it has no directory')
}

const isEntry = (view: DataView, at: number): boolean =>
  at + 4 <= view.byteLength && view.getUint32(at, true) === 0x02014b50

function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = viewOf(bytes)
  if (bytes.length < 22) throw damaged('it has no directory')
  const { at: start, count, shift } = findDirectory(view)
  if (count > limits.parts) throw exceeds(`it has ${count} parts`, limits.parts)
  const entries: Entry[] = []
  for (let at = start + shift, i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged('its directory is cut short')
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const narrow = [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ] as const
    const [size, packedSize, headerAt] = widen(narrow, extra)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      sum: view.getUint32(at + 16, true),
      packedSize,
      size,
      headerAt: headerAt + shift,
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/** Size, packed size and offset; each that does not fit 32 bits stands in the wide extra field, in this order. */
function widen(narrow: readonly [number, number, number], extra: Uint8Array): readonly [number, number, number] {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let from = at + 4
    const [size, packedSize, headerAt] = narrow.map((value) => {
      if (value !== 0xffffffff || from + 8 > extra.length) return value
      from += 8
      return Number(view.getBigUint64(from - 8, true))
    })
    return [size ?? 0, packedSize ?? 0, headerAt ?? 0]
  }
  return narrow
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const { name, size, packedSize, headerAt, method } = entry
  if (entry.isEncrypted) throw new Unreadable('encrypted', `"${name}" is encrypted`)
  if (size > limits.partBytes) throw exceeds(`"${name}" holds ${size} bytes`, limits.partBytes)
  if (size > 1_000_000 && size > packedSize * limits.ratio) {
    throw exceeds(`"${name}" is packed ${Math.floor(size / Math.max(1, packedSize))} times`, limits.ratio)
  }
  const view = viewOf(bytes)
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== 0x04034b50)
    throw damaged(`"${name}" is not there`)
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true)
  if (start + packedSize > bytes.length) throw damaged(`"${name}" is cut short`)
  const packed = bytes.subarray(start, start + packedSize)
  const part = method === 0 ? packed : method === 8 ? inflate(name, packed, size) : undefined
  if (!part) throw damaged(`"${name}" is packed by method ${method}`)
  if (part.length !== size) throw damaged(`"${name}" has not the ${size} bytes that are announced`)
  if (toSum(part) !== entry.sum) throw damaged(`"${name}" has not the sum that is announced`)
  return part
}

/** One byte more than announced is room enough to see that there is more. */
function inflate(name: string, packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(size + 1) })
  } catch (error) {
    throw damaged(`"${name}" cannot be unpacked (${error instanceof Error ? error.message : 'unknown'})`)
  }
}

const sums = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
  return sum
})

/** CRC-32. */
function toSum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (let i = 0; i < bytes.length; i++) sum = (sums[(sum ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
