import { toByteReader, toByteWriter } from './bytes.ts'
import type { Token } from './tokens.ts'

/** Mixes the bits of a number, so that neighbours part. @see MurmurHash3, fmix32 */
function mix(value: number): number {
  let bits = value ^ (value >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** File of a token among `count` files, a power of two. */
export const toShard = (token: Token, count: number): number => mix(token) & (count - 1)

/** Files needed to hold so many bytes in files of at most about `size`; a power of two up to `most`. */
export function toShardCount(bytes: number, size: number, most: number): number {
  let count = 1
  while (bytes / count > size && count < most) count *= 2
  return count
}

/** One token and its list. */
export type Entry = readonly [token: Token, list: Uint8Array]

/** A file is of another build than the catalogue: its positions stand for other reports. */
export class OutdatedError extends Error {
  override readonly name = 'OutdatedError'
}

const toBytes = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)

/**
 * Writes the lists of one file: the version of the build, then for each token, in order, the token in four bytes,
 * the length of its list, the list.
 */
export function encodeShard(entries: readonly Entry[], version: number): Uint8Array<ArrayBuffer> {
  const writer = toByteWriter(4096)
  writer.bytes(Uint8Array.from(toBytes(version)))
  for (const [token, list] of entries.toSorted(([a], [b]) => a - b)) {
    writer.bytes(Uint8Array.from(toBytes(token)))
    writer.varint(list.length)
    writer.bytes(list)
  }
  return writer.done()
}

/**
 * Reads the lists of one file by token.
 *
 * @throws {OutdatedError} if the file is of another version; a host may change its files while a page is open
 * @throws {RangeError} if the file ends inside of a list
 */
export function decodeShard(bytes: Uint8Array, version: number): ReadonlyMap<Token, Uint8Array> {
  const reader = toByteReader(bytes)
  const number = () => [0, 0, 0, 0].reduce((bits) => (bits << 8) | reader.byte(), 0)
  const found = number() >>> 0
  if (found !== version)
    throw new OutdatedError(`Cannot read a file of the index: version ${version} is required, found ${found}`)
  const lists = new Map<Token, Uint8Array>()
  while (!reader.isAtEnd()) {
    const token = number()
    lists.set(token, reader.bytes(reader.varint()))
  }
  return lists
}
