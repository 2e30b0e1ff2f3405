import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Part, packedSitePath } from '../../apps/site/src/packs/format.ts'
import { findPacked, type ReadPart } from '../../apps/site/src/packs/reader.ts'
import { isErrorOf } from '../../packages/disk/src/index.ts'
import { readPackedSite } from '../../packages/schema/src/index.ts'
import { type Held, inMemory } from './held.ts'
import { remember } from './remember.ts'

const decompress = promisify(gunzip)

/** Reads bytes of a file; undefined where there is none. */
async function readPart(folder: string, { file, start, end }: Part): ReturnType<ReadPart> {
  try {
    await using handle = await open(join(folder, file))
    const bytes = new Uint8Array(end - start + 1)
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start)
    if (bytesRead === bytes.length) return bytes
    throw new RangeError(`Cannot read "${file}": it ends before byte ${end}`)
  } catch (error) {
    if (isErrorOf(error, 'ENOENT')) return undefined
    throw error
  }
}

/** What a compressed file holds. Its last eight bytes are a sum over what it holds, and how long that is. */
function toHeld(gzip: Uint8Array): Held {
  const tag = Buffer.from(gzip.subarray(-8)).toString('hex')
  const size = new DataView(gzip.buffer, gzip.byteOffset).getUint32(gzip.byteLength - 4, true)
  const plain = {
    size,
    tag,
    take: async (start: number, end: number) => (await decompress(gzip)).subarray(start, end + 1),
  }
  const compressed = inMemory(gzip, `${tag}-gzip`)
  return { plain, compressed: async (coding) => (coding === 'gzip' ? compressed : undefined) }
}

/** Finds files in the packs of a site, if it has any. */
export function openPacks(folder: string): (path: string) => Promise<Held | undefined> {
  const readSite = remember(join(folder, packedSitePath), (text) =>
    text === undefined ? undefined : readPackedSite(text),
  )
  const find = async (path: string) => {
    const site = readSite()
    return site ? findPacked(site, path, (part) => readPart(folder, part)) : 'no-file'
  }
  return async (path) => {
    let found = await find(path)
    // The site was replaced between two reads: the new one is asked.
    if (found === 'no-packs') found = await find(path)
    return typeof found === 'object' ? toHeld(found.gzip) : undefined
  }
}
