import { toByteReader, toByteWriter } from './bytes.ts'

/**
 * How a list of reports is written: the gaps between them, the gaps between all others, one bit a report, or the lengths
 * of runs without and with them in turn.
 */
const modes = { gaps: 0, gapsOfOthers: 1, bits: 2, runs: 3 } as const

function toGaps(reports: readonly number[]): Uint8Array<ArrayBuffer> {
  const writer = toByteWriter(reports.length)
  let last = -1
  for (const report of reports) {
    writer.varint(report - last - 1)
    last = report
  }
  return writer.done()
}

/** Reads positions from the gaps between them. */
export function fromGaps(bytes: Uint8Array): readonly number[] {
  const reader = toByteReader(bytes)
  const reports: number[] = []
  for (let last = -1; !reader.isAtEnd(); ) {
    last += reader.varint() + 1
    reports.push(last)
  }
  return reports
}

function toOthers(reports: readonly number[], count: number): readonly number[] {
  const held = new Set(reports)
  return Array.from({ length: count }, (_, report) => report).filter((report) => !held.has(report))
}

function toBits(reports: readonly number[], count: number): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(Math.ceil(count / 8))
  for (const report of reports) bits[report >> 3] = (bits[report >> 3] ?? 0) | (1 << (report & 7))
  return bits
}

const fromBits = (bits: Uint8Array, count: number): readonly number[] =>
  Array.from({ length: count }, (_, report) => report).filter(
    (report) => (bits[report >> 3] ?? 0) & (1 << (report & 7)),
  )

function toRuns(reports: readonly number[]): Uint8Array<ArrayBuffer> {
  const writer = toByteWriter(16)
  let [start, next] = [0, 0]
  for (const report of reports) {
    if (report === next && next > start) {
      next += 1
      continue
    }
    if (next > start) writer.varint(next - start)
    writer.varint(report - next)
    start = report
    next = report + 1
  }
  if (next > start) writer.varint(next - start)
  return writer.done()
}

function fromRuns(bytes: Uint8Array): readonly number[] {
  const reader = toByteReader(bytes)
  const reports: number[] = []
  for (let next = 0; !reader.isAtEnd(); ) {
    next += reader.varint()
    for (const end = next + reader.varint(); next < end; next++) reports.push(next)
  }
  return reports
}

/**
 * Writes a list of reports in the way that takes least room; never more than one bit a report and one byte.
 *
 * @param reports positions below `count`, ascending, none twice
 */
export function encodeList(reports: readonly number[], count: number): Uint8Array<ArrayBuffer> {
  const ways: { readonly mode: number; readonly body: Uint8Array<ArrayBuffer> }[] = [
    { mode: modes.gaps, body: toGaps(reports) },
    { mode: modes.runs, body: toRuns(reports) },
  ]
  if (reports.length * 2 > count) ways.push({ mode: modes.gapsOfOthers, body: toGaps(toOthers(reports, count)) })
  if (reports.length * 8 > count) ways.push({ mode: modes.bits, body: toBits(reports, count) })
  const { mode, body } = ways.reduce((best, way) => (way.body.length < best.body.length ? way : best))
  const out = new Uint8Array(body.length + 1)
  out[0] = mode
  out.set(body, 1)
  return out
}

/**
 * Reads what `encodeList` wrote.
 *
 * @throws {RangeError} when the first byte names no way of writing
 */
export function decodeList(bytes: Uint8Array, count: number): readonly number[] {
  const body = bytes.subarray(1)
  if (bytes[0] === modes.gaps) return fromGaps(body)
  if (bytes[0] === modes.gapsOfOthers) return toOthers(fromGaps(body), count)
  if (bytes[0] === modes.bits) return fromBits(body, count)
  if (bytes[0] === modes.runs) return fromRuns(body)
  throw new RangeError(`Cannot read a list of reports: way ${bytes[0]} is none of 0, 1, 2, 3`)
}
