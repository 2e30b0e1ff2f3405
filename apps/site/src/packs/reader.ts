import { findPlace, type PackedSite, type Part, toBucketPart, toFilePart, toKey } from './format.ts'

/** Reads bytes of a file below the site; undefined where there is no such file. */
export type ReadPart = (part: Part) => Promise<Uint8Array<ArrayBuffer> | undefined>

/**
 * What became of a search for a file: its bytes, compressed with gzip; that the site has no such file; or that the packs
 * themselves are not there, as after the site was replaced by another.
 */
export type Found = { readonly gzip: Uint8Array<ArrayBuffer> } | 'no-file' | 'no-packs'

/**
 * Finds a file of a packed site with two reads.
 *
 * @param path as it stands in the plain site, e.g. `r/1/index.html`
 */
export async function findPacked(site: PackedSite, path: string, read: ReadPart): Promise<Found> {
  const key = await toKey(path)
  const bucket = await read(toBucketPart(site, key))
  if (!bucket) return 'no-packs'
  const place = findPlace(bucket, key)
  if (!place) return 'no-file'
  const gzip = await read(toFilePart(site, place))
  return gzip ? { gzip } : 'no-packs'
}
