import { closeSync, openSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beginFolder, explaining } from '@gongkai/disk'
import { indexFile, type LineSubject, type ShardNote, shardNoteFile, toIndexLine } from '@gongkai/schema'
import { limits } from '../../limits.ts'
import type { LookupTexts } from '../../lookups/to-lookups.ts'
import { toSha256 } from '../corpus/files.ts'
import { gzipped, type PackedLine, type Packing, plain, repack } from './packing.ts'
import { type Kept, lookupsFile, pairsFile, toSlowLine, toSum } from './previous-output.ts'
import { pairsBytes } from './word-pairs.ts'

/** A ledger line to be written. */
export interface LineToWrite extends LineSubject {
  readonly line: PackedLine
  /** By what the next run finds it; none where it may not be used again. */
  readonly kept?: Kept | undefined
}

/** The folder of ledger lines being written. */
export interface Output {
  /** Appends a ledger line. */
  readonly write: (line: LineToWrite) => void
  /** Leaves room for a line that is not known yet; the function returned puts it there. */
  readonly reserve: () => (line: LineToWrite) => void
  /** Has the next run know a document that took too long. */
  readonly addSlow: (key: string) => void
  /** Says in the folder which shard of a corpus it holds. */
  readonly addNote: (note: ShardNote) => void
  /** Puts the folder in the place of the one before. */
  readonly publish: () => void
}

/** A line where it was written. */
interface Written extends LineSubject {
  readonly offset: number
  readonly length: number
  /** What is kept of it; its pairs are the record of a number. */
  readonly kept: (Pick<Kept, 'key'> & { readonly record: number }) | undefined
}

/**
 * Begins an output folder beside `out`.
 *
 * @param texts of the reviewed files that the lines are read by, for the next run
 * @param begun how lines are written at first: as in earlier output, whose lines need not be packed again
 * @param mostPlain bytes of all lines above which they are compressed
 */
export function openOutput(
  out: string,
  texts: LookupTexts,
  begun: Packing = plain,
  mostPlain: number = limits.plainLedger,
): Output {
  const folder = beginFolder(out)
  const write = (name: string, value: object): void => {
    const path = join(folder.path, name)
    explaining('write', path, () => writeFileSync(path, `${JSON.stringify(value)}\n`))
  }
  write(lookupsFile, { sum: toSha256(JSON.stringify(texts)), texts })
  let files = openFiles(folder.path, begun)
  let bytes = 0
  /** Lines at their places; one that is not known yet leaves its place empty. */
  let lines: (Written | undefined)[] = []
  const slow: string[] = []
  let isInOrder = true
  const writeAt = (place: number, added: LineToWrite): void => {
    lines[place] = files.add(added)
    bytes += added.line.packing.plainLength(added.line.bytes)
    if (bytes > mostPlain && files.packing === plain) rewrite(gzipped)
  }
  /** Writes anew what is there, in order. */
  const rewrite = (packing: Packing): void => {
    const next = openFiles(folder.path, packing, '.rewritten')
    lines = lines.map((written) => written && next.add(files.read(written)))
    files.close()
    rmSync(join(folder.path, files.packing.file))
    for (const name of [packing.file, indexFile, pairsFile])
      renameSync(join(folder.path, `${name}.rewritten`), join(folder.path, name))
    files = next
  }
  return {
    write: (line) => writeAt(lines.length, line),
    reserve: () => {
      isInOrder = false
      const place = lines.push(undefined) - 1
      return (line) => writeAt(place, line)
    },
    addSlow: (key) => void slow.push(key),
    addNote: (note) => write(shardNoteFile, note),
    publish: () => {
      if (lines.includes(undefined)) throw new RangeError('Cannot write the ledger: a line was never put in')
      const packing = bytes > mostPlain ? gzipped : plain
      if (!isInOrder || files.packing !== packing) rewrite(packing)
      for (const key of slow) files.addIndex(toSlowLine(key))
      files.close()
      folder.publish()
    },
  }
}

interface Files {
  readonly packing: Packing
  /** Appends a line and says where it stands. */
  readonly add: (added: LineToWrite) => Written
  readonly addIndex: (line: string) => void
  readonly read: (written: Written) => LineToWrite
  readonly close: () => void
}

function openFiles(folder: string, packing: Packing, suffix = ''): Files {
  const open = (name: string) => {
    const path = join(folder, name + suffix)
    return { path, file: explaining('write', path, () => openSync(path, 'wx+')) }
  }
  const reports = open(packing.file)
  const index = open(indexFile)
  const pairs = open(pairsFile)
  let end = 0
  let records = 0
  const readAll = ({ file }: { readonly file: number }, offset: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length)
    for (let done = 0; done < length; ) done += readSync(file, bytes, done, length - done, offset + done)
    return bytes
  }
  return {
    packing,
    add: ({ line, kept, documentId, provinces }) => {
      const packed = repack(line, packing)
      const subject = { documentId, provinces }
      const place = { ...subject, offset: end, length: packed.length }
      end += packed.length
      writeAll(reports, packed)
      if (kept) writeAll(pairs, kept.pairs)
      const sum = kept ? toSum(packed, kept.pairs, subject) : toSha256(packed)
      writeAll(index, Buffer.from(toIndexLine({ ...place, key: kept?.key ?? null, sum })))
      return { ...place, kept: kept && { key: kept.key, record: records++ } }
    },
    addIndex: (line) => writeAll(index, Buffer.from(line)),
    read: ({ offset, length, kept, ...subject }) => {
      const line = { packing, bytes: readAll(reports, offset, length) }
      if (!kept) return { ...subject, line }
      const record = readAll(pairs, kept.record * pairsBytes, pairsBytes)
      return { ...subject, line, kept: { key: kept.key, pairs: record } }
    },
    close: () => {
      for (const { file } of [reports, index, pairs]) closeSync(file)
    },
  }
}

/** @throws {Error} when the disk is full */
function writeAll({ path, file }: { readonly path: string; readonly file: number }, bytes: Uint8Array): void {
  explaining('write', path, () => {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
  })
}
