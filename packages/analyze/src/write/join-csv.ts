import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Table } from '@gongkai/schema'
import { gzipSync } from 'fflate'
import { isOfProvinces } from '../models.ts'
import { type ProvinceTables, toRows, toRowsOf } from '../provinces/province-tables.ts'
import { compressFile, compressOnce } from './compress.ts'
import { type CsvWriter, type Output, writeCsv } from './csv.ts'

/**
 * Puts the CSV of a table together from that of provinces, each of which is compressed by itself. Pieces of gzip one behind
 * the other are gzip.
 */
export const joinCsv =
  (output: Output, table: Table): CsvWriter =>
  async (path, mostPlain) => {
    const head = Buffer.from(`${table.columns.map(({ name }) => name).join(',')}\n`)
    const pieces: string[] = []
    let bytes = head.length
    for (const province of output.provinces) {
      const piece = await (isOfProvinces(table) ? findPiece : makePiece)(output, table, province)
      bytes += await readPlainSize(piece)
      pieces.push(piece)
    }
    const isPlain = bytes <= mostPlain
    const out = isPlain ? path : `${path}.gz`
    await writeFile(out, isPlain ? head : gzipSync(head, { level: 6, mtime: 0 }))
    for (const piece of pieces) {
      if ((await readPlainSize(piece)) === 0) continue
      const [from, to] = [createReadStream(piece), createWriteStream(out, { flags: 'a' })]
      await (isPlain ? pipeline(from, createGunzip(), to) : pipeline(from, to))
    }
    return out
  }

/** The compressed CSV of what a province says, without a head; it is kept with the tables of the province. */
async function findPiece({ db }: Output, table: Table, province: ProvinceTables): Promise<string> {
  const path = join(province.folder, `${table.name}.csv`)
  if (existsSync(`${path}.gz`)) return `${path}.gz`
  await writeCsv(db, table, toRows(table.name, [province]), { path, hasHead: false })
  return compressFile(path)
}

/** The same of what only all reports together say. */
async function makePiece({ db, kept, pieces }: Output, table: Table, { province }: ProvinceTables): Promise<string> {
  const path = join(pieces, `${encodeURIComponent(province)}.${table.name}.csv`)
  await writeCsv(db, table, toRowsOf(table, province), { path, hasHead: false })
  return compressOnce(path, kept)
}

/** Bytes of a piece before it was compressed, which its last four bytes say. */
async function readPlainSize(path: string): Promise<number> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, size - 4)
    return buffer.readUInt32LE()
  } finally {
    await file.close()
  }
}
