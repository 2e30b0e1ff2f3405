import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { isErrorOf } from '@gongkai/disk'
import { toSha256 } from '../corpus/files.ts'
import { type Packing, packings, plain } from './packing.ts'

/** Name of the file beside the reports that says where each line stands. */
export const indexFile = 'reports.index'

/** Where a ledger line stands in the reports, and what it was made from. */
export interface IndexRow {
  /** Digest of all that decides the line: see `toKey`. */
  readonly key: string
  /** Of its bytes in the file, which may be compressed. */
  readonly offset: number
  readonly length: number
  /** Of the line as it is. */
  readonly sha256: string
}

/** The index row as it is written. */
export const toIndexLine = ({ key, offset, length, sha256 }: IndexRow): string =>
  `${key} ${offset} ${length} ${sha256}\n`

/** The index row of a document that took too long, and the processor's time, too. */
export const toSlowLine = (key: string): string => `slow ${key}\n`

const slowLine = /^slow ([0-9a-f]{64})$/
const indexLine = /^([0-9a-f]{64}) (\d{1,15}) (\d{1,9}) ([0-9a-f]{64})$/

/** An earlier output folder, finished or not: its reports, open, and its index by key. */
interface PreviousFolder {
  readonly file: number
  readonly packing: Packing
  readonly rows: ReadonlyMap<string, IndexRow>
  readonly slow: ReadonlySet<string>
}

/** A line, line end included, and its sum. */
export interface FoundLine {
  readonly line: Buffer
  readonly sha256: string
}

/** Earlier output, as a cache of ledger lines. */
export interface Previous {
  readonly find: (key: string) => FoundLine | undefined
  /** Whether a document took too long before; see `toSlowKey`. */
  readonly isSlow: (key: string) => boolean
  readonly close: () => void
}

/**
 * Opens earlier output folders as a cache. They are evidence, not authority: a line is used only while its bytes have
 * the sum that the index gives, so that a damaged, cut or missing file costs time and nothing else.
 */
export function openPrevious(folders: readonly string[]): Previous {
  const opened = folders.flatMap((folder) => openFolder(folder) ?? [])
  return {
    find: (key) => opened.map((folder) => findLine(folder, key)).find((found) => found !== undefined),
    isSlow: (key) => opened.some(({ slow }) => slow.has(key)),
    close: () => {
      for (const { file } of opened) closeSync(file)
    },
  }
}

/** Nothing where there is no earlier output, or one that cannot be opened: everything is read again then. */
function openFolder(folder: string): PreviousFolder | undefined {
  try {
    const lines = readFileSync(join(folder, indexFile), 'latin1').split('\n')
    const rows = new Map(lines.flatMap((line) => readIndexLine(line) ?? []).map((row) => [row.key, row]))
    const slow = new Set(lines.flatMap((line) => slowLine.exec(line)?.[1] ?? []))
    const packing = packings.find(({ file }) => existsSync(join(folder, file))) ?? plain
    return { rows, slow, packing, file: openSync(join(folder, packing.file), 'r') }
  } catch (error) {
    if (isErrorOf(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES')) return undefined
    throw error
  }
}

function readIndexLine(line: string): IndexRow | undefined {
  const [, key, offset, length, sha256] = indexLine.exec(line) ?? []
  return key && sha256 ? { key, offset: Number(offset), length: Number(length), sha256 } : undefined
}

function findLine({ file, packing, rows }: PreviousFolder, key: string): FoundLine | undefined {
  const row = rows.get(key)
  if (!row) return undefined
  const bytes = Buffer.alloc(row.length)
  if (readSync(file, bytes, 0, row.length, row.offset) !== row.length) return undefined
  const line = tryUnpack(packing, bytes)
  return line && toSha256(line) === row.sha256 ? { line, sha256: row.sha256 } : undefined
}

/** Nothing where the bytes are damaged. */
function tryUnpack(packing: Packing, bytes: Buffer): Buffer | undefined {
  try {
    return packing.unpack(bytes)
  } catch (error) {
    if (isErrorOf(error, 'ERR_BUFFER_TOO_LARGE') || (error instanceof Error && 'errno' in error)) return undefined
    throw error
  }
}
