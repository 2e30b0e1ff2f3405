import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { extraFiles, toDigestedText } from '@gongkai/schema'
import { datasetFolder, listDatasetNames, toDatasetPath } from './folder.ts'

/** A file of the dataset as it is offered for download. */
export interface DatasetFile {
  /** Path below the folder of the dataset; parts of a table lie in a folder of the table's. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  /** Whether its bytes are those of every build; of the others neither size nor sum is shown. */
  readonly isSummed: boolean
}

/** The largest file that common hosts of static sites accept, in bytes. */
export const mostHosted = 25 * 1024 * 1024

/** A path no part of which is hidden or has signs that an address must spell out. */
const isPublished = (name: string) => name.split('/').every((part) => /^(?!\.)[\w.=-]+$/.test(part))

async function measure(name: string): Promise<DatasetFile> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(toDatasetPath(name))) {
    size += (chunk as Buffer).byteLength
    hash.update(chunk as Buffer)
  }
  return { name, size, sha256: hash.digest('hex'), isSummed: name !== extraFiles.database.name }
}

/** File name → sum, as SHA256SUMS states it; empty if there is no such file. */
async function readSums(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(datasetFolder, 'SHA256SUMS'), 'utf8').catch(() => '')
  const entries = text.split('\n').map((line) => /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line))
  return new Map(entries.flatMap((match) => (match?.[1] && match[2] ? [[match[2], match[1]] as const] : [])))
}

async function prepareFile(name: string, sums: ReadonlyMap<string, string>): Promise<DatasetFile> {
  const file = await measure(name)
  const stated = sums.get(name)
  if (stated && stated !== file.sha256)
    throw new Error(`Cannot publish "${name}": SHA256SUMS states ${stated}, found ${file.sha256}`)
  return file
}

async function readFiles(): Promise<readonly DatasetFile[]> {
  const sums = await readSums()
  const files: DatasetFile[] = []
  for (const name of listDatasetNames().filter(isPublished)) files.push(await prepareFile(name, sums))
  return files
}

let files: Promise<readonly DatasetFile[]> | undefined

/**
 * Every downloadable file of the dataset, by name.
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
  for (const { name } of all) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await copyFile(toDatasetPath(name), path)
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
