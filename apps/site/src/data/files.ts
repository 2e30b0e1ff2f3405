import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { extraFiles, toDigestedText } from '@gongkai/schema'
import { datasetFolder, toDatasetPath } from './folder.ts'

/** A file of the dataset as it is offered for download. */
export interface DatasetFile {
  /** Name on the site; `.gz` is added where the file itself is too large for a host. */
  readonly name: string
  /** Name in the dataset. */
  readonly source: string
  /** In bytes, as offered. */
  readonly size: number
  /** Of the bytes offered. */
  readonly sha256: string
  /** Whether its bytes are those of every build; of the others neither size nor sum is shown. */
  readonly isSummed: boolean
}

/** The largest file that common hosts of static sites accept, in bytes. */
export const largestFile = 25 * 1024 * 1024

const isPublished = (name: string) => /^[\w.-]+$/.test(name) && !name.startsWith('.')
const isText = (name: string) => /\.(csv|json)$/.test(name)

/** Streams of a file as it is offered; the same bytes each time, since gzip is told no date. */
function toSteps(file: Pick<DatasetFile, 'name' | 'source'>) {
  return file.name === file.source ? [] : [createGzip({ level: 9 })]
}

async function measure(file: Omit<DatasetFile, 'size' | 'sha256'>): Promise<DatasetFile> {
  const hash = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.byteLength
      hash.update(chunk)
      done()
    },
  })
  count.resume()
  await pipeline([createReadStream(toDatasetPath(file.source)), ...toSteps(file), count])
  return { ...file, size, sha256: hash.digest('hex') }
}

/** File name → sum, as SHA256SUMS states it; empty if there is no such file. */
async function readSums(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(datasetFolder, 'SHA256SUMS'), 'utf8').catch(() => '')
  const entries = text.split('\n').map((line) => /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line))
  return new Map(entries.flatMap((match) => (match?.[1] && match[2] ? [[match[2], match[1]] as const] : [])))
}

async function prepareFile(name: string, sums: ReadonlyMap<string, string>): Promise<DatasetFile> {
  const isSummed = name !== extraFiles.database.name
  const plain = await measure({ name, source: name, isSummed })
  const stated = sums.get(name)
  if (stated && stated !== plain.sha256)
    throw new Error(`Cannot publish "${name}": SHA256SUMS states ${stated}, found ${plain.sha256}`)
  return plain.size > largestFile && isText(name) ? measure({ name: `${name}.gz`, source: name, isSummed }) : plain
}

async function readFiles(): Promise<readonly DatasetFile[]> {
  const entries = await readdir(datasetFolder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile() && isPublished(entry.name)).map((entry) => entry.name)
  const sums = await readSums()
  const files: DatasetFile[] = []
  for (const name of names.sort()) files.push(await prepareFile(name, sums))
  return files
}

let files: Promise<readonly DatasetFile[]> | undefined

/**
 * Every downloadable file of the dataset, by name; text that is larger than a host accepts is offered compressed.
 *
 * @throws {Error} if a file differs from its sum in SHA256SUMS: a half-written dataset is never published
 */
export function listDatasetFiles(): Promise<readonly DatasetFile[]> {
  files ??= readFiles()
  return files
}

/** Writes every downloadable file into a folder, which is made. */
export async function copyDatasetFiles(folder: string): Promise<readonly DatasetFile[]> {
  const all = await listDatasetFiles()
  await mkdir(folder, { recursive: true })
  for (const file of all) {
    const steps = [createReadStream(toDatasetPath(file.source)), ...toSteps(file)]
    await pipeline([...steps, createWriteStream(join(folder, file.name))])
  }
  return all
}

/** One digest over the sums of all files, as the manifest of the dataset states it; undefined where there are no sums. */
export async function readDataDigest(): Promise<string | undefined> {
  const sums = await readFile(join(datasetFolder, 'SHA256SUMS'), 'utf8').catch(() => undefined)
  return sums === undefined ? undefined : createHash('sha256').update(toDigestedText(sums)).digest('hex')
}

/** First 12 hex of the digest, which name the whole dataset. */
export const readDataVersion = async (): Promise<string | undefined> => (await readDataDigest())?.slice(0, 12)

/** Files, bytes and the largest file of a built site. */
export async function measureFolder(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  return {
    files: paths.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    largest: sizes.reduce((most, size) => Math.max(most, size), 0),
  }
}
