import { hash } from 'node:crypto'

/** SHA-256 in hex. */
export const toSha256 = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')

const bytesOfSum = 32

/**
 * SHA-256 sums in memory that all threads share, each at the place of what it is the sum of: 0, 1, 2 … An open hash
 * table without locks; the sums stand apart, so that a slot is one number that can be swapped.
 */
export interface SharedDigests {
  /** Place + 1 of the sum that a slot holds; 0 while it is free. Twice as many as there are sums, a power of two. */
  readonly slots: Int32Array<SharedArrayBuffer>
  readonly sums: Uint8Array<SharedArrayBuffer>
}

/** Room for the sums of so many places. */
export function makeDigests(count: number): SharedDigests {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(1, count) * 2))
  return {
    slots: new Int32Array(new SharedArrayBuffer(slots * Int32Array.BYTES_PER_ELEMENT)),
    sums: new Uint8Array(new SharedArrayBuffer(count * bytesOfSum)),
  }
}

/** The place of a sum; undefined if no thread has put it. */
export function findDigest({ slots, sums }: SharedDigests, sha256: string): number | undefined {
  const sum = Buffer.from(sha256, 'hex')
  for (let slot = firstSlot(slots, sum); ; slot = nextSlot(slots, slot)) {
    const held = Atomics.load(slots, slot)
    if (held === 0) return undefined
    if (isSame(sums, held - 1, sum)) return held - 1
  }
}

/**
 * Puts the sum of one place, which may have been put before. Where two places have the same sum, the lower one stays.
 *
 * @returns the lowest place that is known to have the sum: this one, or an earlier one
 */
export function putDigest({ slots, sums }: SharedDigests, sha256: string, place: number): number {
  const sum = Buffer.from(sha256, 'hex')
  sums.set(sum, place * bytesOfSum) // before the slot names it: another thread may look at once
  for (let slot = firstSlot(slots, sum); ; slot = nextSlot(slots, slot)) {
    let held = Atomics.compareExchange(slots, slot, 0, place + 1)
    if (held === 0) return place
    if (!isSame(sums, held - 1, sum)) continue
    while (held - 1 > place) {
      const found = Atomics.compareExchange(slots, slot, held, place + 1)
      if (found === held) return place
      held = found
    }
    return held - 1
  }
}

const firstSlot = (slots: Int32Array, sum: Buffer): number => sum.readUInt32LE() & (slots.length - 1)
const nextSlot = (slots: Int32Array, slot: number): number => (slot + 1) & (slots.length - 1)

const isSame = (sums: Uint8Array, place: number, sum: Buffer): boolean =>
  sum.equals(sums.subarray(place * bytesOfSum, (place + 1) * bytesOfSum))
