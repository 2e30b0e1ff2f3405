import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { findDigest, makeDigests, putDigest, type SharedDigests, toSha256 } from './digests.ts'

/** Names of the two files of an output folder. */
export const reportsFile = 'reports.ndjson'
export const indexFile = 'reports.index'

/** Where a ledger line stands in the reports, and what it was made from. */
export interface IndexRow {
  /** Digest of all that decides the line: see `toKey`. */
  readonly key: string
  readonly offset: number
  readonly length: number
  readonly sha256: string
}

/** The index row as it is written. */
export const toIndexLine = ({ key, offset, length, sha256 }: IndexRow): string =>
  `${key} ${offset} ${length} ${sha256}\n`

const indexLine = /^([0-9a-f]{64}) (\d{1,15}) (\d{1,10}) ([0-9a-f]{64})\n?$/

/** An earlier output folder, finished or not, in memory that all threads share. */
export interface PreviousFolder {
  /** Its reports, open for all threads. They outlive their name, so that the folder can be removed. */
  readonly file: number
  /** The bytes of its index. */
  readonly index: Uint8Array<SharedArrayBuffer>
  /** Where the rows of the index begin, and where the last one ends. */
  readonly starts: Float64Array<SharedArrayBuffer>
  /** The keys of its rows. */
  readonly keys: SharedDigests
}

/** Lines of earlier output by what they were made from; plain data, so that a thread can be handed it. */
export type Previous = readonly PreviousFolder[]

/** A line, line end included, and its sum. */
export interface FoundLine {
  readonly line: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

/** Opens earlier output folders as a cache. */
export const openPrevious = (folders: readonly string[]): Previous =>
  folders.flatMap((folder) => openFolder(folder) ?? [])

/** Closes the files of earlier output. */
export function closePrevious(previous: Previous): void {
  for (const { file } of previous) closeSync(file)
}

/**
 * The line that was made from the same. Earlier output is evidence, not authority: a line is used only while its bytes
 * have the sum that the index gives, so that a damaged, cut or missing file costs time and nothing else.
 */
export function findLine(previous: Previous, key: string): FoundLine | undefined {
  for (const folder of previous) {
    const found = findLineIn(folder, key)
    if (found) return found
  }
  return undefined
}

function openFolder(folder: string): PreviousFolder | undefined {
  try {
    const index = readFileSync(join(folder, indexFile))
    const file = openSync(join(folder, reportsFile), 'r')
    const lines = index.toString('latin1').split(/(?<=\n)/)
    const keys = makeDigests(lines.length)
    const starts = new Float64Array(new SharedArrayBuffer((lines.length + 1) * Float64Array.BYTES_PER_ELEMENT))
    for (const [at, line] of lines.entries()) {
      starts[at + 1] = (starts[at] ?? 0) + line.length
      const row = readIndexLine(line)
      if (row) putDigest(keys, row.key, at)
    }
    return { file, index: toShared(index), starts, keys }
  } catch {
    return undefined // no earlier output, or one that cannot be opened: everything is read again
  }
}

function toShared(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}

function readIndexLine(line: string): IndexRow | undefined {
  const [, key, offset, length, sha256] = indexLine.exec(line) ?? []
  return key && sha256 ? { key, offset: Number(offset), length: Number(length), sha256 } : undefined
}

function findLineIn({ file, index, starts, keys }: PreviousFolder, key: string): FoundLine | undefined {
  const at = findDigest(keys, key)
  if (at === undefined) return undefined
  const row = readIndexLine(Buffer.from(index.slice(starts[at], starts[at + 1])).toString('latin1'))
  if (!row || row.length > 256 * 1024 * 1024) return undefined
  const line = new Uint8Array(row.length)
  const length = readSync(file, line, 0, row.length, row.offset)
  return length === row.length && toSha256(line) === row.sha256 ? { line, sha256: row.sha256 } : undefined
}
