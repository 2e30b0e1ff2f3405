import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beginFolder, explaining } from '@gongkai/disk'
import { type IndexRow, indexFile, reportsFile, toIndexLine, toSlowLine } from './previous-output.ts'

/** By what a later run finds a line, and its sum. */
export type Kept = Pick<IndexRow, 'key' | 'sha256'>

/** The folder of ledger lines being written. */
export interface Output {
  /** Appends a ledger line; one that is kept can be found again by the next run. */
  readonly write: (line: Buffer, kept: Kept | undefined) => void
  /** Leaves room for a line that is not known yet; the function returned puts it there. */
  readonly reserve: () => (line: Buffer, kept: Kept | undefined) => void
  /** Has the next run know a document that took too long. */
  readonly addSlow: (key: string) => void
  /** Puts the folder in the place of the one before. */
  readonly publish: () => void
}

/** A line where it was written, and its place among the others. */
interface Written {
  readonly offset: number
  readonly length: number
  readonly kept: Kept | undefined
}

/** Begins an output folder beside `out`. */
export function openOutput(out: string): Output {
  const folder = beginFolder(out)
  let files = openFiles(folder.path, '')
  const lines: (Written | undefined)[] = []
  const slow: string[] = []
  let isInOrder = true
  const writeAt = (place: number, line: Buffer, kept: Kept | undefined): void => {
    lines[place] = { offset: files.add(line, kept), length: line.length, kept }
  }
  return {
    write: (line, kept) => writeAt(lines.length, line, kept),
    reserve: () => {
      isInOrder = false
      const place = lines.push(undefined) - 1
      return (line, kept) => writeAt(place, line, kept)
    },
    addSlow: (key) => void slow.push(key),
    publish: () => {
      if (!isInOrder) files = toOrdered(folder.path, files, lines)
      for (const key of slow) files.addIndex(toSlowLine(key))
      files.close()
      folder.publish()
    },
  }
}

interface Files {
  /** Appends a line and returns where it begins. */
  readonly add: (line: Buffer, kept: Kept | undefined) => number
  readonly addIndex: (line: string) => void
  readonly read: (written: Written) => Buffer
  readonly close: () => void
}

function openFiles(folder: string, suffix: string): Files {
  const open = (name: string) => {
    const path = join(folder, name + suffix)
    return { path, file: explaining('write', path, () => openSync(path, 'wx+')) }
  }
  const reports = open(reportsFile)
  const index = open(indexFile)
  let end = 0
  return {
    add: (line, kept) => {
      const offset = end
      writeAll(reports, line)
      if (kept) writeAll(index, Buffer.from(toIndexLine({ ...kept, offset, length: line.length })))
      end += line.length
      return offset
    },
    addIndex: (line) => writeAll(index, Buffer.from(line)),
    read: ({ offset, length }) => {
      const line = Buffer.alloc(length)
      for (let done = 0; done < length; ) done += readSync(reports.file, line, done, length - done, offset + done)
      return line
    },
    close: () => {
      closeSync(reports.file)
      closeSync(index.file)
    },
  }
}

/** Writes the lines anew, each at its place, where one of them came after its time. */
function toOrdered(folder: string, files: Files, lines: readonly (Written | undefined)[]): Files {
  const ordered = openFiles(folder, '.ordered')
  for (const line of lines) {
    if (!line) throw new RangeError('Cannot write the ledger: a line that was left out was never put in')
    ordered.add(files.read(line), line.kept)
  }
  files.close()
  for (const name of [reportsFile, indexFile]) renameSync(join(folder, `${name}.ordered`), join(folder, name))
  return ordered
}

/** @throws {Error} when the disk is full */
function writeAll({ path, file }: { readonly path: string; readonly file: number }, bytes: Uint8Array): void {
  explaining('write', path, () => {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
  })
}
