import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { isErrorOf } from '@gongkai/disk'
import { type IndexRow, indexFile, type LineSubject, readIndexLines, readIndexRows } from '@gongkai/schema'
import type { LookupTexts } from '../../lookups/to-lookups.ts'
import { toSha256 } from '../corpus/files.ts'
import { type EarlierLine, toIsStale } from './lookup-changes.ts'
import { type PackedLine, type Packing, packings, plain } from './packing.ts'
import { pairsBytes } from './word-pairs.ts'

/** One record for each row of the index that has a key, in its order: see `toPairs`. */
export const pairsFile = 'reports.pairs'
/** The reviewed files that the lines were read by. */
export const lookupsFile = 'reports.lookups.json'

/** By what a later run finds a line, and whether it can go on being used. */
export interface Kept {
  /** Digest of all that decides the line: see `toKey`. */
  readonly key: string
  readonly pairs: Buffer
}

/** Sum of a line as it lies on the disk, of its record of pairs, and of what the index says of it. */
export const toSum = (bytes: Buffer, pairs: Buffer, { documentId, provinces }: LineSubject): string =>
  createHash('sha256')
    .update(bytes)
    .update(pairs)
    .update(`${documentId} ${provinces.join('+')}`)
    .digest('hex')

/** The index row of a document that took too long, and the processor's time, too. */
export const toSlowLine = (key: string): string => `slow ${key}\n`

const slowLine = /^slow ([0-9a-f]{64})$/

/** An index row, and the place of its record of pairs. */
interface PlacedRow extends IndexRow {
  readonly place: number
}

/** An earlier output folder, finished or not: its files, open, and its index by key. */
interface PreviousFolder {
  readonly reports: number
  readonly pairs: number
  readonly packing: Packing
  readonly rows: ReadonlyMap<string | null, PlacedRow>
  readonly slow: ReadonlySet<string>
  /** Whether what changed in the lookups can change a line; undefined where nothing changed. */
  readonly isStale: ((earlier: EarlierLine) => boolean) | undefined
}

/** A line of earlier output that would be read alike today. */
export interface FoundLine extends LineSubject {
  readonly line: PackedLine
  readonly pairs: Buffer
}

/** Earlier output, as a cache of ledger lines. */
export interface Previous {
  /** How its lines lie there. */
  readonly packing: Packing
  readonly find: (key: string) => FoundLine | undefined
  /** Whether a document took too long before; see `toSlowKey`. */
  readonly isSlow: (key: string) => boolean
  readonly close: () => void
}

/**
 * Opens earlier output folders as a cache. They are evidence, not authority: a line is used only while its bytes have
 * the sum that the index gives, so that a damaged, cut or missing file costs time and nothing else.
 *
 * @param texts of the reviewed files, as they are today
 */
export function openPrevious(folders: readonly string[], texts: LookupTexts): Previous {
  const opened = folders.flatMap((folder) => openFolder(folder, texts) ?? [])
  return {
    packing: opened[0]?.packing ?? plain,
    find: (key) => opened.map((folder) => findLine(folder, key)).find((found) => found !== undefined),
    isSlow: (key) => opened.some(({ slow }) => slow.has(key)),
    close: () => {
      for (const { reports, pairs } of opened) for (const file of [reports, pairs]) closeSync(file)
    },
  }
}

/** Nothing where there is no earlier output, or one that cannot be opened: everything is read again then. */
function openFolder(folder: string, texts: LookupTexts): PreviousFolder | undefined {
  try {
    const isStale = toIsStale(readTexts(readFileSync(join(folder, lookupsFile), 'utf8')), texts)
    const index = readFileSync(join(folder, indexFile))
    const keyed = readIndexRows(index).filter(({ key }) => key !== null)
    const rows = new Map(keyed.map((row, place) => [row.key, { ...row, place }]))
    const slow = new Set(readIndexLines(index).flatMap((line) => slowLine.exec(line)?.slice(1) ?? []))
    const packing = packings.find(({ file }) => existsSync(join(folder, file))) ?? plain
    const reports = openSync(join(folder, packing.file), 'r')
    return { rows, slow, packing, isStale, reports, pairs: openSync(join(folder, pairsFile), 'r') }
  } catch (error) {
    if (isErrorOf(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES')) return undefined
    throw error
  }
}

/** Texts of lookups as `openOutput` wrote them; of a damaged file none, so that every line is read again. */
function readTexts(json: string): Readonly<Partial<LookupTexts>> {
  try {
    const { sum, texts } = JSON.parse(json)
    return toSha256(JSON.stringify(texts)) === sum ? texts : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function findLine(
  { rows, reports, pairs: records, packing, isStale }: PreviousFolder,
  key: string,
): FoundLine | undefined {
  const row = rows.get(key)
  if (!row) return undefined
  const bytes = readBytes(reports, row.offset, row.length)
  const pairs = readBytes(records, row.place * pairsBytes, pairsBytes)
  if (!bytes || !pairs || toSum(bytes, pairs, row) !== row.sum) return undefined
  if (isStale?.({ line: packing.unpack(bytes), pairs })) return undefined
  const { documentId, provinces } = row
  return { line: { packing, bytes }, pairs, documentId, provinces }
}

/** Nothing where the file ends before. */
function readBytes(file: number, offset: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length)
  return readSync(file, bytes, 0, length, offset) === length ? bytes : undefined
}
