import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Table } from '@gongkai/schema'
import { gzipSync } from 'fflate'
import { type ProvinceTables, toRows } from '../provinces/province-tables.ts'
import { compressFile } from './compress.ts'
import { type CsvWriter, writeCsv } from './csv.ts'

/**
 * Puts the CSV of a table together from that of its provinces, each of which is compressed by itself and kept with the
 * tables of the province. Pieces of gzip one behind the other are gzip.
 */
export const joinCsv =
  (db: DuckDBConnection, table: Table, provinces: readonly ProvinceTables[]): CsvWriter =>
  async (path, mostPlain) => {
    const head = Buffer.from(`${table.columns.map(({ name }) => name).join(',')}\n`)
    const pieces: string[] = []
    let bytes = head.length
    for (const province of provinces) {
      const piece = await findPiece(db, table, province)
      const plain = await readPlainSize(piece)
      if (plain > 0) pieces.push(piece)
      bytes += plain
    }
    const isPlain = bytes <= mostPlain
    const out = isPlain ? path : `${path}.gz`
    await writeFile(out, isPlain ? head : gzipSync(head, { level: 6, mtime: 0 }))
    for (const piece of pieces) {
      const [from, to] = [createReadStream(piece), createWriteStream(out, { flags: 'a' })]
      await (isPlain ? pipeline(from, createGunzip(), to) : pipeline(from, to))
    }
    return out
  }

/** The compressed CSV of a province, without a head; it is made where it was never wanted. */
async function findPiece(db: DuckDBConnection, table: Table, province: ProvinceTables): Promise<string> {
  const path = join(province.folder, `${table.name}.csv`)
  if (existsSync(`${path}.gz`)) return `${path}.gz`
  await writeCsv(db, table, toRows(table.name, [province]), { path, hasHead: false })
  return compressFile(path)
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
