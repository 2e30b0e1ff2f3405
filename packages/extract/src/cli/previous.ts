import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

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

/** SHA-256 in hex. */
export const toSha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The index row as it is written. */
export const toIndexLine = ({ key, offset, length, sha256 }: IndexRow): string =>
  `${key} ${offset} ${length} ${sha256}\n`

const indexLine = /^([0-9a-f]{64}) (\d{1,15}) (\d{1,10}) ([0-9a-f]{64})$/

/** Lines of earlier output, finished or not, by what they were made from. */
export interface Previous {
  /** The line, line end included; undefined if there is none, or if its bytes are no longer those that were written. */
  readonly find: (key: string) => Uint8Array | undefined
  readonly close: () => void
}

/**
 * Opens earlier output folders as a cache. They are evidence, not authority: each line is used only while its bytes
 * have the sum that the index gives, so that a damaged, cut or missing file costs time and nothing else.
 */
export function openPrevious(folders: readonly string[]): Previous {
  const opened = folders.flatMap((folder) => openFolder(folder) ?? [])
  return {
    find: (key) => {
      for (const one of opened) {
        const line = findLine(one, key)
        if (line) return line
      }
      return undefined
    },
    close: () => {
      for (const one of opened) closeSync(one.file)
    },
  }
}

interface OpenFolder {
  readonly file: number
  readonly rows: ReadonlyMap<string, IndexRow>
}

function openFolder(folder: string): OpenFolder | undefined {
  try {
    const index = readFileSync(join(folder, indexFile), 'utf8')
    const rows = index.split('\n').flatMap((line) => readIndexLine(line) ?? [])
    return { rows: new Map(rows.map((row) => [row.key, row])), file: openSync(join(folder, reportsFile), 'r') }
  } catch {
    return undefined // no earlier output, or one that cannot be opened: everything is read again
  }
}

function readIndexLine(line: string): IndexRow | undefined {
  const [, key, offset, length, sha256] = indexLine.exec(line) ?? []
  return key && sha256 ? { key, offset: Number(offset), length: Number(length), sha256 } : undefined
}

function findLine({ file, rows }: OpenFolder, key: string): Uint8Array | undefined {
  const row = rows.get(key)
  if (!row || row.length > 256 * 1024 * 1024) return undefined
  const bytes = new Uint8Array(row.length)
  const length = readSync(file, bytes, 0, row.length, row.offset)
  return length === row.length && toSha256(bytes) === row.sha256 ? bytes : undefined
}
