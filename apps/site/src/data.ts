import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { tables } from '@gongkai/schema'
import { type ColumnTable, readParquet, toIndex, toRow } from './parquet.ts'
import type { Rows } from './rows.ts'

type TableName = keyof Rows

/** A file of the dataset as it is offered for download. */
export interface DatasetFile {
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
}

/** The nearest folder above the working directory that declares the workspaces. */
function findRoot(from: string): string {
  const isRoot = existsSync(join(from, 'package-lock.json')) && existsSync(join(from, 'apps/site'))
  if (isRoot) return from
  const parent = dirname(from)
  if (parent === from) throw new Error(`Cannot find the repository: no folder above "${process.cwd()}" holds apps/site`)
  return findRoot(parent)
}

const folder = resolve(findRoot(process.cwd()), process.env['GONGKAI_DATASET'] || 'data/dataset')

async function readBytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, name)
  if (!existsSync(path))
    throw new Error(`Cannot read the dataset: "${path}" is required, found nothing (run the analysis first)`)
  return new Uint8Array(await readFile(path))
}

const loaded = new Map<string, Promise<ColumnTable>>()
const indexes = new Map<string, Promise<ReadonlyMap<string, readonly number[]>>>()

function once<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const held = cache.get(key) ?? make()
  cache.set(key, held)
  return held
}

function loadTable(name: TableName): Promise<ColumnTable> {
  return once(loaded, name, async () => {
    const table = tables.find((item) => item.name === name)
    if (!table) throw new RangeError(`Cannot read "${name}": the schema declares no such table`)
    return readParquet((await readBytes(`${name}.parquet`)).buffer, table)
  })
}

function loadIndex(name: TableName, column: string) {
  return once(indexes, `${name}.${column}`, async () => toIndex(await loadTable(name), column))
}

/** Every row of a small table. */
export async function readAll<N extends TableName>(name: N): Promise<readonly Rows[N][]> {
  const table = await loadTable(name)
  // The columns were checked against the schema when the file was read.
  return Array.from({ length: table.rowCount }, (_, index) => toRow(table, index) as unknown as Rows[N])
}

/** The rows of one table whose column holds a value, in file order. */
export async function readWhere<N extends TableName>(
  name: N,
  column: keyof Rows[N] & string,
  value: string,
): Promise<readonly Rows[N][]> {
  const [table, index] = await Promise.all([loadTable(name), loadIndex(name, column)])
  return (index.get(value) ?? []).map((position) => toRow(table, position) as unknown as Rows[N])
}

/** Values of one column, without making row objects. */
export async function readColumn<N extends TableName>(
  name: N,
  column: keyof Rows[N] & string,
): Promise<readonly unknown[]> {
  return (await loadTable(name)).columns.get(column) ?? []
}

/** The bytes of one file of the dataset. */
export const readDatasetFile = readBytes

/** File name → sum, as SHA256SUMS states it; empty if there is no such file. */
async function readSums(): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(join(folder, 'SHA256SUMS'))) return new Map()
  const text = new TextDecoder().decode(await readBytes('SHA256SUMS'))
  const entries = text.split('\n').map((line) => /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line))
  return new Map(entries.flatMap((match) => (match?.[1] && match[2] ? [[match[2], match[1]] as const] : [])))
}

/**
 * Every downloadable file of the dataset, by name.
 *
 * @throws {Error} if a file differs from its sum in SHA256SUMS: a half-written dataset is never published
 */
export async function listDatasetFiles(): Promise<readonly DatasetFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && /^[\w.-]+$/.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
  const sums = await readSums()
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readBytes(name)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const stated = sums.get(name)
      if (stated && stated !== sha256)
        throw new Error(`Cannot publish "${name}": SHA256SUMS states ${stated}, found ${sha256}`)
      return { name, size: bytes.byteLength, sha256 }
    }),
  )
}
