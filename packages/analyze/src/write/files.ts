import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { explain } from '@gongkai/disk'
import { type DatasetManifest, extraFiles, manifestFile, toDigestedText } from '@gongkai/schema'

/** Name of the file that makes a dataset complete; written last. */
export const sumsFile = 'SHA256SUMS'

/** A file of the dataset with its size in bytes and its SHA-256 in hex. */
export interface FileSum {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Measures one file. */
export async function readFileSum(folder: string, name: string): Promise<FileSum> {
  const path = join(folder, name)
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { name, bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** The files of a folder and of those below it, sorted, as paths below it with `/`. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Writes JSON with a final newline; object order is the caller's. */
export const writeJson = (path: string, value: unknown): Promise<void> =>
  writeText(path, `${JSON.stringify(value, null, 2)}\n`)

/** @throws {Error} naming path and reason, e.g. a full disk */
async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw explain(error, 'write', path)
  }
}

/** Files without a sum: the sums themselves, and the database, whose bytes are those of one build. */
const unsummed: readonly string[] = [sumsFile, extraFiles.database.name]

/**
 * The sums of every file of a folder, sorted by name.
 *
 * @param known sums of files that are done, which are not read again
 */
export async function readSums(folder: string, known: readonly FileSum[] = []): Promise<readonly FileSum[]> {
  const byName = new Map(known.map((sum) => [sum.name, sum]))
  const names = (await listFiles(folder)).filter((name) => !unsummed.includes(name))
  const sums: FileSum[] = []
  for (const name of names) sums.push(byName.get(name) ?? (await readFileSum(folder, name)))
  return sums
}

const toLines = (sums: readonly FileSum[]): string => sums.map((sum) => `${sum.sha256}  ${sum.name}\n`).join('')

/** The digest of a dataset by the text of its sums, in hex. */
export const toDigest = (sums: string): string => createHash('sha256').update(toDigestedText(sums)).digest('hex')

/**
 * Writes the manifest of a dataset: one digest over all sums, and the rows of each table.
 *
 * @param sums of all else that is published
 * @param rows table → how many rows it has
 */
export async function writeManifest(
  folder: string,
  sums: readonly FileSum[],
  rows: ReadonlyMap<string, number>,
): Promise<void> {
  await writeJson(join(folder, manifestFile), {
    name: 'gongkai',
    digest: toDigest(toLines(sums)),
    files: sums.map(({ name, bytes, sha256 }) => ({ path: name, bytes, sha256 })),
    tables: [...rows].map(([name, count]) => ({ name, rows: count })),
  } satisfies DatasetManifest)
}

/**
 * Writes the sums of every file of a folder, sorted by name. Call it last.
 *
 * @param known sums of files that are done, which are not read again
 */
export async function writeSums(folder: string, known: readonly FileSum[] = []): Promise<void> {
  await writeText(join(folder, sumsFile), toLines(await readSums(folder, known)))
}

/** Whether a folder is a dataset all of whose files have the sums it was published with. */
export async function isComplete(folder: string): Promise<boolean> {
  const sums = await readFile(join(folder, sumsFile), 'utf8').catch(() => '')
  const lines = sums.split('\n').filter((line) => line !== '')
  for (const line of lines) {
    const found = await readFileSum(folder, line.slice(66)).catch(() => undefined)
    if (found?.sha256 !== line.slice(0, 64)) return false
  }
  return lines.length > 0
}
