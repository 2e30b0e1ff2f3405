import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

/** Bytes that compressed files may take in memory, and the most that one of them may have before. */
const mostHeld = 16 * 1024 * 1024
const largest = 20 * 1024 * 1024

/** Keeps what it compressed, the latest used of it, within bounds. */
export interface Compressor {
  /**
   * The bytes of a file as gzip.
   *
   * @param key changes with the bytes
   * @returns undefined where the file is too large to be compressed while somebody waits
   */
  readonly compress: (key: string, size: number, read: () => Promise<Uint8Array>) => Promise<Uint8Array | undefined>
}

/** Compresses each file once, as long as there is room. */
export function toCompressor(): Compressor {
  const held = new Map<string, Uint8Array>()
  const coming = new Map<string, Promise<Uint8Array>>()
  let total = 0
  let last: Promise<unknown> = Promise.resolve()
  const keep = (key: string, bytes: Uint8Array) => {
    held.set(key, bytes)
    total += bytes.length
    for (const [oldest, old] of held) {
      if (total <= mostHeld) break
      held.delete(oldest)
      total -= old.length
    }
  }
  const make = async (key: string, read: () => Promise<Uint8Array>) => {
    try {
      const bytes = await compress(await read(), { level: 6 })
      keep(key, bytes)
      return bytes
    } finally {
      coming.delete(key)
    }
  }
  return {
    async compress(key, size, read) {
      if (size > largest) return undefined
      const known = held.get(key)
      if (known) {
        // The latest used stands last.
        held.delete(key)
        held.set(key, known)
        return known
      }
      const waiting = coming.get(key)
      if (waiting) return waiting
      // One after the other: large files side by side would take the memory of all of them.
      const made = last.then(() => make(key, read))
      last = made.catch(() => undefined)
      coming.set(key, made)
      return made
    },
  }
}
