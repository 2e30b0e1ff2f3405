import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { Gzip } from 'fflate'

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
