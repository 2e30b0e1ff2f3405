import { toByteReader, toByteWriter } from './bytes.ts'

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    value = Math.imul(value ^ (unit & 0xff), 0x01000193)
    value = Math.imul(value ^ (unit >> 8), 0x01000193)
  }
  return value >>> 0
}

/** File of a token among `count` files, a power of two. */
export const toShard = (token: string, count: number): number => (hash(token) ^ (hash(token) >>> 15)) & (count - 1)

/** Files needed to hold so many bytes in files of about `size`; a power of two, so that no file is much larger. */
export function toShardCount(bytes: number, size: number): number {
  let count = 1
  while (bytes / count > size) count *= 2
  return count
}

/** One token and its list. */
export type Entry = readonly [token: string, list: Uint8Array]

/** Writes the lists of one file, in the order of their tokens. */
export function encodeShard(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const writer = toByteWriter(4096)
  const encoder = new TextEncoder()
  for (const [token, list] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const name = encoder.encode(token)
    writer.byte(name.length)
    writer.bytes(name)
    writer.varint(list.length)
    writer.bytes(list)
  }
  return writer.done()
}

/** Reads the lists of one file by token. */
export function decodeShard(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const reader = toByteReader(bytes)
  const decoder = new TextDecoder()
  const lists = new Map<string, Uint8Array>()
  while (!reader.isAtEnd()) {
    const token = decoder.decode(reader.bytes(reader.byte()))
    lists.set(token, reader.bytes(reader.varint()))
  }
  return lists
}
