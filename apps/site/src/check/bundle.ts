/** Files in one: length of a list as four bytes, the list as JSON, then the files one after the other. */
export type FileList = readonly (readonly [path: string, bytes: number])[]

/** Puts files into one. */
export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const list: FileList = [...files].map(([path, { length }]) => [path, length])
  const head = new TextEncoder().encode(JSON.stringify(list))
  const packed = new Uint8Array([...files.values()].reduce((sum, { length }) => sum + length, 4 + head.length))
  new DataView(packed.buffer).setUint32(0, head.length)
  packed.set(head, 4)
  let at = 4 + head.length
  for (const bytes of files.values()) {
    packed.set(bytes, at)
    at += bytes.length
  }
  return packed
}

/**
 * The files again, by path.
 *
 * @throws {RangeError} if the bytes are not as many as the list says
 */
export function unpackFiles(packed: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0)
  const list = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length))) as FileList
  const files = new Map<string, Uint8Array>()
  let at = 4 + length
  for (const [path, bytes] of list) {
    files.set(path, packed.subarray(at, at + bytes))
    at += bytes
  }
  if (at !== packed.length) throw new RangeError(`Cannot unpack files: ${at} bytes are listed, found ${packed.length}`)
  return files
}
