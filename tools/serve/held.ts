/** Bytes of a file on the disk, both ends included. */
export interface FilePart {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** One way in which the bytes of a path are held: as they are, or compressed. */
export interface Variant {
  readonly size: number
  /** Changes with the bytes. */
  readonly tag: string
  readonly take: (start: number, end: number) => FilePart | Uint8Array | Promise<Uint8Array>
}

/** Ways to compress that a browser may understand, the better one first. */
export const codings = ['br', 'gzip'] as const
export type Coding = (typeof codings)[number]

/** What a path of the site holds. */
export interface Held {
  readonly plain: Variant
  /** The same bytes compressed; undefined where they are not to be had that way. */
  readonly compressed: (coding: Coding) => Promise<Variant | undefined>
}

/** Bytes that are in memory already. */
export const inMemory = (bytes: Uint8Array, tag: string): Variant => ({
  size: bytes.length,
  tag,
  take: (start, end) => bytes.subarray(start, end + 1),
})
