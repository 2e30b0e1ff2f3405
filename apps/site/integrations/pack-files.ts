import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { largestPack, type PackedSite, packedSitePath, packsFolder, toKey } from '../src/packs/format.ts'
import { isPacked, type Layout } from '../src/packs/kinds.ts'
import { countBuckets, toNotes, writeIndex } from './pack-index.ts'

const compress = promisify(gzip)
/** Files that are read and compressed side by side; what is packed next waits for no more than these. */
const batchSize = 32
/** The most packs that an entry of the index can name. */
const mostPacks = 0x10000

/** Paths of the files below a folder, always in the same order. */
export function* listPaths(folder: string, below = ''): Generator<string> {
  const entries = readdirSync(join(folder, below), { withFileTypes: true })
  const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))
  for (const entry of entries.toSorted((a, b) => order(a.name, b.name))) {
    if (entry.isDirectory()) yield* listPaths(folder, `${below}${entry.name}/`)
    else yield `${below}${entry.name}`
  }
}

/** Compresses a file to the same bytes on every system. */
async function squash(path: string): Promise<Uint8Array> {
  const bytes = await compress(await readFile(path), { level: 9 })
  // The header names the system that compressed it; 255 says that it is unknown.
  bytes[9] = 255
  return bytes
}

/** Writes packs one after the other. */
function toPackWriter(folder: string) {
  const digest = createHash('sha256')
  let [pack, offset, file] = [0, 0, openSync(join(folder, '0.bin'), 'w')]
  return {
    write(bytes: Uint8Array) {
      if (offset + bytes.length > largestPack) {
        closeSync(file)
        pack += 1
        if (pack === mostPacks) throw new RangeError(`Cannot pack the site: more than ${mostPacks} packs are needed`)
        file = openSync(join(folder, `${pack}.bin`), 'w')
        offset = 0
      }
      writeFileSync(file, bytes)
      digest.update(bytes)
      offset += bytes.length
      return { pack, offset: offset - bytes.length, length: bytes.length }
    },
    end() {
      closeSync(file)
      return digest
    },
  }
}

/** Packs what a layout packs; what has become too large for a pack stays a file. */
async function writePacks(folder: string, making: string, layout: Layout) {
  const writer = toPackWriter(making)
  const notes = toNotes()
  const names = createHash('sha256')
  const pack = async (paths: readonly string[]) => {
    const packed = await Promise.all(
      paths.map(async (path) => ({ path, key: await toKey(path), bytes: await squash(join(folder, path)) })),
    )
    for (const { path, key, bytes } of packed.filter(({ bytes: { length } }) => length <= largestPack)) {
      notes.add(key, writer.write(bytes))
      names.update(`${path}\0`)
      rmSync(join(folder, path))
    }
  }
  const batch: string[] = []
  for (const path of listPaths(folder)) {
    if (isPacked(path, layout)) batch.push(path)
    if (batch.length === batchSize) await pack(batch.splice(0))
  }
  await pack(batch)
  return { notes, version: writer.end().update(names.digest()).digest('hex').slice(0, 12) }
}

/** Removes the folders below a folder that hold nothing any more. */
function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(folder, entry.name)
    removeEmpty(path)
    if (readdirSync(path).length === 0) rmdirSync(path)
  }
}

/**
 * Packs the files of a built site, a few at a time, and removes them.
 *
 * @param folder of the plain site
 * @returns what must be known to find them; it stands in `packs/site.json`, too
 */
export async function packFiles(folder: string, layout: Layout): Promise<PackedSite> {
  const making = join(folder, packsFolder, 'making')
  mkdirSync(making, { recursive: true })
  const { notes, version } = await writePacks(folder, making, layout)
  const site: PackedSite = { version, bucketCount: countBuckets(notes) }
  renameSync(making, join(folder, packsFolder, version))
  writeIndex(folder, notes, site)
  removeEmpty(folder)
  writeFileSync(join(folder, packedSitePath), `${JSON.stringify({ ...site, fileCount: notes.count() })}\n`)
  return site
}
