import { closeSync, openSync, readSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { beginFolder, explaining } from '@gongkai/disk'
import { type ShardNote, shardNoteFile } from '@gongkai/schema'
import { limits } from '../../limits.ts'
import type { LookupTexts } from '../../lookups/to-lookups.ts'
import { toSha256 } from '../corpus/files.ts'
import { gzipped, type Packing, plain } from './packing.ts'
import { indexFile, type Kept, lookupsFile, pairsFile, toIndexLine, toSlowLine, toSum } from './previous-output.ts'
import { pairsBytes } from './word-pairs.ts'

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
  const writeAt = (place: number, line: Buffer, kept: Kept | undefined): void => {
    lines[place] = files.add(line, kept)
    bytes += line.length
    if (bytes > mostPlain && files.packing === plain) rewrite(gzipped)
  }
  /** Writes anew what is there, in order. */
  const rewrite = (packing: Packing): void => {
    const next = openFiles(folder.path, packing, '.rewritten')
    lines = lines.map((written) => written && next.add(...files.read(written)))
    files.close()
    rmSync(join(folder.path, files.packing.file))
    for (const name of [packing.file, indexFile, pairsFile])
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
  readonly add: (line: Buffer, kept: Kept | undefined) => Written
  readonly addIndex: (line: string) => void
  readonly read: (written: Written) => readonly [line: Buffer, kept: Kept | undefined]
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
    add: (line, kept) => {
      const packed = kept?.packed?.packing === packing ? kept.packed.bytes : packing.pack(line)
      const offset = end
      end += packed.length
      writeAll(reports, packed)
      if (!kept) return { offset, length: packed.length, kept }
      const { key } = kept
      const sha256 = toSum(packed, kept.pairs)
      writeAll(pairs, kept.pairs)
      writeAll(index, Buffer.from(toIndexLine({ key, sha256, offset, length: packed.length })))
      return { offset, length: packed.length, kept: { key, record: records++ } }
    },
    addIndex: (line) => writeAll(index, Buffer.from(line)),
    read: ({ offset, length, kept }) => {
      const bytes = readAll(reports, offset, length)
      const line = packing.unpack(bytes)
      if (!kept) return [line, undefined]
      const record = readAll(pairs, kept.record * pairsBytes, pairsBytes)
      return [line, { key: kept.key, pairs: record, packed: { packing, bytes } }]
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
