import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { readLedgerLine } from '@gongkai/schema'

/** Longest NDJSON line accepted, in bytes; a report of 200 pages is about 2 MB. */
export const lineLimit = 64 * 1024 * 1024

/** Bytes that are read, and unpacked, at once: a small piece costs as many calls as a large one. */
const bytesAtOnce = 1 << 20

/** Every line is held to the schema up to this many; of further ones a sample. */
const allUpTo = 2000

/** How many lines there were, and how many of them were held to the schema. */
export interface CheckedLines {
  readonly lines: number
  readonly checked: number
}

/** Where the lines of copied files come from: the path of a copy → the file, and the numbers of its lines that were copied. */
export type Origins = ReadonlyMap<string, { readonly file: string; readonly numbers: readonly number[] }>

const nothingCopied: Origins = new Map()

/**
 * Holds lines of the ledger to its schema, before the database types them: what is missing there would become a null.
 * A file is streamed, so that memory holds one line.
 *
 * @param files NDJSON, plain or as gzip, in order
 * @param origins of files that are copies, for the message
 * @throws {RangeError} at the first line that is no ledger entry; the message names file, line, field, what is required
 *   and what was found
 */
export async function checkLines(files: readonly string[], origins = nothingCopied): Promise<CheckedLines> {
  const count = { lines: 0, checked: 0 }
  for (const path of files) {
    const { file, numbers } = origins.get(path) ?? { file: path, numbers: [] }
    let number = 0
    for await (const line of linesOf(path, file)) {
      number += 1
      if (line.length === 0) continue
      if (isSampled(count.lines)) {
        check(file, numbers[number - 1] ?? number, line)
        count.checked += 1
      }
      count.lines += 1
    }
  }
  return count
}

/**
 * Whether a line is in the sample: each of the first 2,000, each second one of the next 2,000, each fourth of the 4,000
 * behind them, and so on. Of a million lines that is about 11,000, and the same ones each time.
 *
 * @param index of the line among those of all files, from 0
 */
export function isSampled(index: number): boolean {
  const step = 2 ** Math.max(0, Math.ceil(Math.log2((index + 1) / allUpTo)))
  return index % step === 0
}

/**
 * Where lines of a document stand: looked for only where there is something to say of them.
 *
 * @example ['"shards/1/reports.ndjson", line 3', '"shards/2/reports.ndjson", line 8']
 */
export async function findPath(files: readonly string[], path: string): Promise<readonly string[]> {
  const places: string[] = []
  for (const file of files) {
    let number = 0
    for await (const line of linesOf(file)) {
      number += 1
      if (line.length > 0 && pathOf(line) === path) places.push(`"${file}", line ${number}`)
      if (places.length === 2) return places
    }
  }
  return places
}

/** The path of a line that the database has read. */
const pathOf = (line: Buffer): unknown => JSON.parse(decode(line))?.document?.path

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function check(file: string, number: number, line: Buffer): void {
  try {
    readLedgerLine(decode(line))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RangeError(`Cannot read "${file}", line ${number}: ${error.message}`, { cause: error })
  }
}

function decode(line: Buffer): string {
  try {
    return decoder.decode(line)
  } catch (cause) {
    throw new RangeError('it must be UTF-8', { cause })
  }
}

const lineEnd = 0x0a

/**
 * Lines of a file, empty ones too; a message calls it `file`. `node:readline` would also end a line at U+2028, which JSON allows within a text.
 *
 * @throws {RangeError} if a line is longer than the limit: it would not fit into memory
 */
async function* linesOf(path: string, file = path): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let length = 0
  for await (const chunk of bytesOf(path, file)) {
    let from = 0
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, end)])
      parts = []
      length = 0
      from = end + 1
    }
    parts.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > lineLimit) throw new RangeError(`Cannot read "${file}": a line is longer than ${lineLimit} bytes`)
  }
  if (length > 0) yield Buffer.concat(parts)
}

/** @throws {RangeError} if a compressed file is damaged or cut */
async function* bytesOf(path: string, file: string): AsyncGenerator<Buffer> {
  const bytes = createReadStream(path, { highWaterMark: bytesAtOnce })
  try {
    yield* path.endsWith('.gz') ? pipeline(bytes, createGunzip({ chunkSize: bytesAtOnce }), () => undefined) : bytes
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))) throw error
    throw new RangeError(`Cannot read "${file}": it must be a whole gzip file, found ${error.message}`, {
      cause: error,
    })
  }
}
