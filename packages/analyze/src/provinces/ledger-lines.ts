import { hash } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { indexFile, readIndexRows } from '@gongkai/schema'
import type { Origins } from '../check-lines.ts'

/** A line of the ledger: where its bytes stand, which may be compressed, and what it is of. */
export interface LedgerLine {
  readonly file: string
  /** Its number in the file, from 1. */
  readonly number: number
  readonly offset: number
  readonly length: number
  /** SHA-256 of its bytes, in hex. */
  readonly sha256: string
  /** Null for a file that could not be read. */
  readonly documentId: string | null
  /** Provinces of its reports, by agency and by division, as `toProvinces` of the schema says them. */
  readonly provinces: readonly string[]
}

/**
 * The lines of a ledger by the indexes beside its files. An index says where lines stand; what they are is always their
 * bytes.
 *
 * @param files NDJSON, plain or as gzip
 * @returns undefined where a file has no index, or one that is not of all its bytes: then nobody knows but who reads all
 */
export function readLedgerLines(files: readonly string[]): readonly LedgerLine[] | undefined {
  const found: (readonly LedgerLine[])[] = []
  for (const file of files) {
    const lines = readLines(file)
    if (!lines) return undefined
    found.push(lines)
  }
  return found.flat()
}

function readLines(file: string): readonly LedgerLine[] | undefined {
  const index = join(dirname(file), indexFile)
  if (!existsSync(index)) return undefined
  const rows = readIndexRows(readFileSync(index))
  return withFile(file, (bytesAt, size) => {
    let end = 0
    for (const { offset, length } of rows) {
      if (offset !== end) return undefined
      end += length
    }
    if (end !== size) return undefined
    return rows.map(({ offset, length, documentId, provinces }, i) => {
      const sha256 = hash('sha256', bytesAt(offset, length))
      return { file, number: i + 1, offset, length, sha256, documentId, provinces }
    })
  })
}

/** Writes some lines of a ledger into files of their own, in their order. @returns the files, and where their lines stand */
export function copyLines(lines: readonly LedgerLine[], folder: string): Origins {
  return new Map(
    [...Map.groupBy(lines, ({ file }) => file)].map(([file, own], i) => {
      const path = join(folder, `lines-${i + 1}.ndjson${file.endsWith('.gz') ? '.gz' : ''}`)
      copyInto(path, file, own)
      return [path, { file, numbers: own.map(({ number }) => number) }]
    }),
  )
}

function copyInto(path: string, file: string, lines: readonly LedgerLine[]): void {
  const out = openSync(path, 'wx')
  try {
    withFile(file, (bytesAt) => {
      for (const { offset, length } of lines) writeFileSync(out, bytesAt(offset, length))
    })
  } finally {
    closeSync(out)
  }
}

function withFile<T>(path: string, use: (bytesAt: (offset: number, length: number) => Buffer, size: number) => T): T {
  const file = openSync(path, 'r')
  try {
    const bytesAt = (offset: number, length: number) => {
      const bytes = Buffer.alloc(length)
      for (let done = 0; done < length; ) {
        const read = readSync(file, bytes, done, length - done, offset + done)
        if (read === 0) throw new Error(`Cannot read "${path}": it became shorter while it was read`)
        done += read
      }
      return bytes
    }
    return use(bytesAt, fstatSync(file).size)
  } finally {
    closeSync(file)
  }
}
