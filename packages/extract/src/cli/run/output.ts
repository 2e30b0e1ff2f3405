import { closeSync, openSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beginFolder, explaining } from '@gongkai/disk'
import { type ShardNote, shardNoteFile } from '@gongkai/schema'
import { limits } from '../../limits.ts'
import { gzipped, type Packing, plain } from './packing.ts'
import { type IndexRow, indexFile, toIndexLine, toSlowLine } from './previous-output.ts'

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
  /** Says in the folder which shard of a corpus it holds. */
  readonly addNote: (note: ShardNote) => void
  /** Puts the folder in the place of the one before. */
  readonly publish: () => void
}

/** A line where it was written. */
interface Written {
  readonly offset: number
  readonly length: number
  readonly kept: Kept | undefined
}

/**
 * Begins an output folder beside `out`.
 *
 * @param mostPlain bytes of all lines above which they are compressed
 */
export function openOutput(out: string, mostPlain: number = limits.plainLedger): Output {
  const folder = beginFolder(out)
  let files = openFiles(folder.path, plain)
  let bytes = 0
  /** Lines at their places; one that is not known yet leaves its place empty. */
  let lines: (Written | undefined)[] = []
  const slow: string[] = []
  let isInOrder = true
  const writeAt = (place: number, line: Buffer, kept: Kept | undefined): void => {
    lines[place] = files.add(line, kept)
    bytes += line.length
    if (bytes > mostPlain && files.packing === plain) rewrite(gzipped)
  }
  /** Writes anew what is there, in order. */
  const rewrite = (packing: Packing): void => {
    const next = openFiles(folder.path, packing, '.rewritten')
    lines = lines.map((written) => written && next.add(files.read(written), written.kept))
    files.close()
    rmSync(join(folder.path, files.packing.file))
    for (const name of [packing.file, indexFile])
      renameSync(join(folder.path, `${name}.rewritten`), join(folder.path, name))
    files = next
  }
  return {
    write: (line, kept) => writeAt(lines.length, line, kept),
    reserve: () => {
      isInOrder = false
      const place = lines.push(undefined) - 1
      return (line, kept) => writeAt(place, line, kept)
    },
    addSlow: (key) => void slow.push(key),
    addNote: (note) => {
      const path = join(folder.path, shardNoteFile)
      explaining('write', path, () => writeFileSync(path, `${JSON.stringify(note)}\n`))
    },
    publish: () => {
      if (lines.includes(undefined)) throw new RangeError('Cannot write the ledger: a line was never put in')
      if (!isInOrder) rewrite(files.packing)
      for (const key of slow) files.addIndex(toSlowLine(key))
      files.close()
      folder.publish()
    },
  }
}

interface Files {
  readonly packing: Packing
  /** Appends a line and says where it stands. */
  readonly add: (line: Buffer, kept: Kept | undefined) => Written
  readonly addIndex: (line: string) => void
  readonly read: (written: Written) => Buffer
  readonly close: () => void
}

function openFiles(folder: string, packing: Packing, suffix = ''): Files {
  const open = (name: string) => {
    const path = join(folder, name + suffix)
    return { path, file: explaining('write', path, () => openSync(path, 'wx+')) }
  }
  const reports = open(packing.file)
  const index = open(indexFile)
  let end = 0
  return {
    packing,
    add: (line, kept) => {
      const packed = packing.pack(line)
      const written = { offset: end, length: packed.length, kept }
      writeAll(reports, packed)
      if (kept) writeAll(index, Buffer.from(toIndexLine({ ...kept, offset: end, length: packed.length })))
      end += packed.length
      return written
    },
    addIndex: (line) => writeAll(index, Buffer.from(line)),
    read: ({ offset, length }) => {
      const packed = Buffer.alloc(length)
      for (let done = 0; done < length; ) done += readSync(reports.file, packed, done, length - done, offset + done)
      return packing.unpack(packed)
    },
    close: () => {
      closeSync(reports.file)
      closeSync(index.file)
    },
  }
}

/** @throws {Error} when the disk is full */
function writeAll({ path, file }: { readonly path: string; readonly file: number }, bytes: Uint8Array): void {
  explaining('write', path, () => {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
  })
}
