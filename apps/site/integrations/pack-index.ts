import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  bucketRoom,
  bucketSize,
  bucketsPerFile,
  findPlace,
  type Key,
  type PackedSite,
  type Place,
  toBucket,
  toIndexPath,
  writeEntry,
} from '../src/packs/format.ts'

/** Files that a bucket holds at first reckoning: chance fills some far more than others, and none may overflow. */
const usualFiles = 80
/** Bytes of a key that are used, and of a place. */
const keySize = 10
const noteSize = keySize + 10

/** Where each file stands, noted one after the other: twenty bytes a file, for there may be millions. */
export interface Notes {
  readonly add: (key: Key, place: Place) => void
  readonly count: () => number
  readonly keyOf: (index: number) => Key
  readonly placeOf: (index: number) => Place
}

export function toNotes(): Notes {
  let bytes = new Uint8Array(noteSize * 1024)
  let count = 0
  const view = (index: number) => new DataView(bytes.buffer, index * noteSize + keySize, noteSize - keySize)
  return {
    add(key, { pack, offset, length }) {
      if ((count + 1) * noteSize > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      bytes.set(key.subarray(0, keySize), count * noteSize)
      view(count).setUint16(0, pack)
      view(count).setUint32(2, offset)
      view(count).setUint32(6, length)
      count += 1
    },
    count: () => count,
    keyOf: (index) => bytes.subarray(index * noteSize, index * noteSize + keySize),
    placeOf: (index) => ({
      pack: view(index).getUint16(0),
      offset: view(index).getUint32(2),
      length: view(index).getUint32(6),
    }),
  }
}

/** The smallest count of buckets, from the usual one up, of which none overflows. */
export function countBuckets(notes: Notes): number {
  for (let buckets = Math.ceil(notes.count() / usualFiles) || 1; ; buckets = Math.ceil(buckets * 1.1)) {
    const filled = new Uint16Array(buckets)
    let most = 0
    for (let i = 0; i < notes.count(); i += 1) {
      const bucket = toBucket(notes.keyOf(i), buckets)
      const files = (filled[bucket] ?? 0) + 1
      filled[bucket] = files
      most = Math.max(most, files)
    }
    if (most <= bucketRoom) return buckets
  }
}

/**
 * One file of the index: its buckets side by side.
 *
 * @param first number of its first bucket
 * @throws {RangeError} if two files have one key, which chance does not bring about
 */
function toIndexBytes(notes: Notes, bucketCount: number, first: number): Uint8Array {
  const filled = new Uint16Array(Math.min(bucketsPerFile, bucketCount - first))
  const bytes = new Uint8Array(filled.length * bucketSize)
  for (let i = 0; i < notes.count(); i += 1) {
    const key = notes.keyOf(i)
    const at = toBucket(key, bucketCount) - first
    const entries = filled[at]
    // The bucket stands in another file.
    if (entries === undefined) continue
    const bucket = bytes.subarray(at * bucketSize, (at + 1) * bucketSize)
    if (findPlace(bucket, key)) throw new RangeError(`Cannot index the packs: file ${i} has the key of another`)
    writeEntry(bucket, entries, key, notes.placeOf(i))
    filled[at] = entries + 1
  }
  return bytes
}

/** Writes the files of the index into the folder of the site. */
export function writeIndex(folder: string, notes: Notes, site: PackedSite): void {
  for (let first = 0; first < site.bucketCount; first += bucketsPerFile) {
    const path = toIndexPath(site, first / bucketsPerFile)
    writeFileSync(join(folder, path), toIndexBytes(notes, site.bucketCount, first))
  }
}
