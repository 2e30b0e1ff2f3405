import type { ReadPart } from './reader.ts'

/** The host sends whole files where parts of them are asked for: no page can be taken out of a pack. */
export class NoRangesError extends Error {
  override readonly name = 'NoRangesError'
}

/**
 * Reads parts of the files of a site over the network.
 *
 * @param base address of the site, with its last slash
 * @param note is told the headers of each answer
 * @returns a reader that throws {NoRangesError} where the host answers with anything but the part
 */
export const toPartFetcher =
  (base: string, note: (headers: Headers) => void = () => undefined): ReadPart =>
  async ({ file, start, end }) => {
    const response = await fetch(base + file, { headers: { range: `bytes=${start}-${end}` } })
    if (response.status === 404) return undefined
    if (response.status !== 206) {
      // A pack has 24 MB: the rest of it is not taken.
      await response.body?.cancel()
      if (response.status === 200) throw new NoRangesError(`Cannot read a part of "${file}": the host sent the whole`)
      throw new Error(`Cannot read "${file}": the host answered ${response.status}`)
    }
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (bytes.length !== end - start + 1)
      throw new NoRangesError(
        `Cannot read a part of "${file}": ${end - start + 1} bytes are required, found ${bytes.length}`,
      )
    note(response.headers)
    return bytes
  }
