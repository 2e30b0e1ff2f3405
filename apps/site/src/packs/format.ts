/**
 * Files of a site in a few large ones. Each file is compressed by itself and stands in a pack. Where, the index says: a
 * table of buckets of one size, of which the hash of a path names the only one that may hold it. Whoever has two numbers
 * of the site finds any of its files with two reads: a bucket, and the bytes.
 */

/** Bytes of a bucket. Small, since one is read for each page. */
export const bucketSize = 2048
const entrySize = 16
/** Files that a bucket has room for. */
export const bucketRoom = bucketSize / entrySize
/** No file that is written is larger: 25 MiB is the most that one common host takes. */
export const largestPack = 24 * 1024 * 1024
/** Buckets of a file of the index. */
export const bucketsPerFile = largestPack / bucketSize

/** What must be known of a site to find its files. */
export interface PackedSite {
  /** Changes with every byte that is packed; part of the names of its files. */
  readonly version: string
  readonly bucketCount: number
}

/** Where a file stands: number of the pack, first byte, count of bytes. */
export interface Place {
  readonly pack: number
  readonly offset: number
  readonly length: number
}

/** Bytes of a file below the site, both ends included. */
export interface Part {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** SHA-256 of a path; its first ten bytes are enough. */
export type Key = Uint8Array<ArrayBuffer>

/** Folder of the packs, below the site. */
export const packsFolder = 'packs'
/** File that says of a site what must be known. */
export const packedSitePath = `${packsFolder}/site.json`

export const toPackPath = ({ version }: Pick<PackedSite, 'version'>, pack: number): string =>
  `${packsFolder}/${version}/${pack}.bin`
export const toIndexPath = ({ version }: Pick<PackedSite, 'version'>, file: number): string =>
  `${packsFolder}/${version}/index-${file}.bin`

/** The key of a path as it stands in the plain site, e.g. `r/1/index.html`. It needs a page that came over https. */
export const toKey = async (path: string): Promise<Key> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(path)))

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The bucket that alone may hold a file. */
export const toBucket = (key: Key, bucketCount: number): number => view(key).getUint32(0) % bucketCount

/** The bytes of the index in which a file is named. */
export function toBucketPart(site: PackedSite, key: Key): Part {
  const bucket = toBucket(key, site.bucketCount)
  const start = (bucket % bucketsPerFile) * bucketSize
  return { file: toIndexPath(site, Math.floor(bucket / bucketsPerFile)), start, end: start + bucketSize - 1 }
}

/** The bytes of a pack in which a file stands, compressed. */
export const toFilePart = (site: PackedSite, { pack, offset, length }: Place): Part => ({
  file: toPackPath(site, pack),
  start: offset,
  end: offset + length - 1,
})

/** Six bytes of the key, which the choice of the bucket did not use. */
const isOf = (entry: DataView, key: DataView): boolean =>
  entry.getUint32(0) === key.getUint32(4) && entry.getUint16(4) === key.getUint16(8)

/** Writes one entry of a bucket: six bytes of the key, the pack, the first byte, the count of bytes. */
export function writeEntry(bucket: Uint8Array, index: number, key: Key, place: Place): void {
  const entry = view(bucket.subarray(index * entrySize, (index + 1) * entrySize))
  entry.setUint32(0, view(key).getUint32(4))
  entry.setUint16(4, view(key).getUint16(8))
  entry.setUint16(6, place.pack)
  entry.setUint32(8, place.offset)
  entry.setUint32(12, place.length)
}

/** Where a bucket says that a file stands; undefined where it names no such file. */
export function findPlace(bucket: Uint8Array, key: Key): Place | undefined {
  const wanted = view(key)
  for (let at = 0; at + entrySize <= bucket.length; at += entrySize) {
    const entry = view(bucket.subarray(at, at + entrySize))
    const length = entry.getUint32(12)
    // No file has no bytes when it is compressed: the rest of the bucket is free.
    if (length === 0) return undefined
    if (isOf(entry, wanted)) return { pack: entry.getUint16(6), offset: entry.getUint32(8), length }
  }
  return undefined
}
