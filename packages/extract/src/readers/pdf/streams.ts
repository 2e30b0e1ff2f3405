import { limits, Unreadable } from '../../limits.ts'

/** Times its length that a stream may unpack to at most. */
const mostRatio = 1032

/**
 * Holds the streams of a PDF to what they may unpack to, before the library unpacks them. Most files are too small to be
 * over the limit, whatever they hold; of others the longest streams are unpacked and counted. Pictures are never unpacked,
 * fonts may be large, and streams under a password cannot be looked into.
 *
 * @throws {Unreadable} `limit_exceeded`
 */
export async function checkStreams(bytes: Uint8Array): Promise<void> {
  const streams = findStreams(bytes).filter(({ dictionary }) => flate.test(dictionary) && !isPicture.test(dictionary))
  // Of both steps only the first is bound: a few bytes would unpack to any number.
  if (streams.some(({ dictionary }) => packedTwice.test(dictionary)))
    throw new Unreadable('limit_exceeded', 'a stream of it is packed twice')
  const [fonts, others] = [true, false].map((isOfFont) =>
    streams.filter(({ dictionary }) => isFont.test(dictionary) === isOfFont),
  )
  await holdTo(limits.pdfFontBytes, fonts ?? [], bytes)
  await holdTo(limits.pdfBytes, others ?? [], bytes)
}

async function holdTo(limit: number, streams: readonly Stream[], bytes: Uint8Array): Promise<void> {
  let total = 0
  let uncounted = streams.reduce((sum, { from, to }) => sum + to - from, 0)
  for (const { from, to } of streams.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (total + uncounted * mostRatio <= limit) return
    total += await unpackedSize(bytes.subarray(from, to), limit - total)
    uncounted -= to - from
    if (total > limit) throw new Unreadable('limit_exceeded', `its streams unpack to more than ${limit} bytes`)
  }
}

const flate = /\/(?:FlateDecode|Fl)\b/
const packedTwice = /\/Filter\s*\[[^[\]]*\/Fl[^[\]]*\/Fl/
const isPicture = /\/Subtype\s*\/Image\b/
const isFont = /\/Length[123]\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b/

interface Stream {
  readonly dictionary: string
  readonly from: number
  readonly to: number
}

/** Farthest place of a dictionary before its stream. */
const reach = 2_000

function findStreams(bytes: Uint8Array): readonly Stream[] {
  const text = new TextDecoder('latin1').decode(bytes)
  const streams: Stream[] = []
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at + 6)) {
    if (text.startsWith('end', at - 3)) continue
    const head = text.slice(Math.max(0, at - reach), at)
    const from = at + (text.startsWith('\r\n', at + 6) ? 8 : 7)
    const end = text.indexOf('endstream', from)
    const to = end < 0 ? text.length : end
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1)
    streams.push({ dictionary, from, to })
    at = to
  }
  return streams
}

/** Bytes that a stream unpacks to, counted until they are too many. What is damaged unpacks to what comes before the damage. */
async function unpackedSize(bytes: Uint8Array, most: number): Promise<number> {
  const unpacked = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('deflate'))
  const reader = unpacked.getReader()
  let size = 0
  try {
    while (size <= most) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
    }
    await reader.cancel()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return size
}
