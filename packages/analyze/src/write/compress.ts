import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Gzip } from 'fflate'
import type { KeptFolders } from '../provinces/kept-folders.ts'
import { readFileSum } from './files.ts'

/**
 * Puts a file into one of its name and `.gz`. The bytes are the same each time and on every machine: no date stands in
 * them, and the library is that of the lock, where that of Node is another with each Node.
 *
 * @returns its path
 */
export async function compressFile(path: string): Promise<string> {
  const compressed = `${path}.gz`
  const file = await open(compressed, 'w')
  try {
    const chunks: Uint8Array[] = []
    const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => chunks.push(chunk))
    const flush = async () => {
      for (const chunk of chunks.splice(0)) await file.writeFile(chunk)
    }
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      gzip.push(chunk as Uint8Array)
      await flush()
    }
    gzip.push(new Uint8Array(), true)
    await flush()
  } finally {
    await file.close()
  }
  await rm(path)
  return compressed
}

/** The same, as an earlier analysis compressed the same bytes where that is kept. */
export async function compressOnce(path: string, kept: KeptFolders): Promise<string> {
  const { sha256 } = await readFileSum(dirname(path), basename(path))
  const compressed = await makeOnce(path, kept, sha256, () => compressFile(path))
  await rm(path, { force: true })
  return compressed
}

/**
 * Takes a compressed file over from an earlier analysis, or makes and keeps it.
 *
 * @param path without `.gz`
 * @param sha256 of what the file is made of, which is kept under it
 */
export async function makeOnce(
  path: string,
  kept: KeptFolders,
  sha256: string,
  make: () => Promise<unknown>,
): Promise<string> {
  const name = `gzip.${sha256}`
  const [folder, compressed] = [`${path}.once`, `${path}.gz`]
  const held = join(folder, 'csv.gz')
  if (await kept.take(name, folder)) await rename(held, compressed)
  else {
    await make()
    await mkdir(folder)
    await copyFile(compressed, held)
    await kept.keep(name, folder)
  }
  await rm(folder, { recursive: true })
  return compressed
}
