import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beginFolder } from '@gongkai/disk'
import { type IndexRow, indexFile, reportsFile, toIndexLine } from './previous-output.ts'

/** The folder of ledger lines being written. */
export interface Output {
  /** Appends a ledger line; one that is kept, by its key and its sum, can be found again by the next run. */
  readonly write: (line: Buffer, kept: Pick<IndexRow, 'key' | 'sha256'> | undefined) => void
  /** Puts the folder in the place of the one before. */
  readonly publish: () => void
}

/** Begins an output folder beside `out`. */
export function openOutput(out: string): Output {
  const folder = beginFolder(out)
  const reports = openSync(join(folder.path, reportsFile), 'wx')
  const index = openSync(join(folder.path, indexFile), 'wx')
  let offset = 0
  return {
    write: (line, kept) => {
      writeAll(reports, line)
      if (kept) writeAll(index, Buffer.from(toIndexLine({ ...kept, offset, length: line.length })))
      offset += line.length
    },
    publish: () => {
      closeSync(reports)
      closeSync(index)
      folder.publish()
    },
  }
}

/** @throws {Error} when the disk is full */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}
