import { createHash } from 'node:crypto'
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { largestPack, type PackedSite, packedSitePath, packsFolder, toKey } from '../src/packs/format.ts'
import { isPacked, type Layout } from '../src/packs/kinds.ts'
import type { Pages } from './kept-pages.ts'
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
async function squash(plain: Uint8Array): Promise<Uint8Array> {
  const bytes = await compress(plain)
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

/** Removes the folders below a folder that hold nothing any more. */
function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(folder, entry.name)
    removeEmpty(path)
    if (readdirSync(path).length === 0) rmdirSync(path)
  }
}

/** Takes folders of a site one after the other, e.g. the pages of each run of its build. */
export interface Packer {
  /** Packs the files of a folder that the layout packs, a few at a time, and removes them; what is too large stays. */
  readonly add: (folder: string) => Promise<void>
  /** Packs those pages that the layout packs. @returns the others, and what is too large */
  readonly addPages: (pages: Pages) => Promise<Pages>
  /** Writes the index. @returns what must be known to find the files; it stands in `packs/site.json`, too */
  readonly end: () => PackedSite
}

/**
 * Begins the packs of a site.
 *
 * @param site folder in which they will stand
 */
export function beginPacks(site: string, layout: Layout): Packer {
  const making = join(site, packsFolder, 'making')
  mkdirSync(making, { recursive: true })
  const writer = toPackWriter(making)
  const notes = toNotes()
  const names = createHash('sha256')
  /** @returns the paths of what is too large for a pack */
  const pack = async (paths: readonly string[], read: (path: string) => Uint8Array): Promise<ReadonlySet<string>> => {
    const packed = await Promise.all(
      paths.map(async (path) => ({ path, key: await toKey(path), bytes: await squash(read(path)) })),
    )
    const isLarge = ({ bytes }: { readonly bytes: Uint8Array }) => bytes.length > largestPack
    for (const { path, key, bytes } of packed.filter((file) => !isLarge(file))) {
      notes.add(key, writer.write(bytes))
      names.update(`${path}\0`)
    }
    return new Set(packed.filter(isLarge).map(({ path }) => path))
  }
  return {
    async add(folder) {
      const toFile = (path: string) => join(folder, path)
      const packBatch = async (paths: readonly string[]) => {
        const large = await pack(paths, (path) => readFileSync(toFile(path)))
        for (const path of paths) if (!large.has(path)) rmSync(toFile(path))
      }
      const batch: string[] = []
      for (const path of listPaths(folder)) {
        if (isPacked(path, layout)) batch.push(path)
        if (batch.length === batchSize) await packBatch(batch.splice(0))
      }
      await packBatch(batch)
      removeEmpty(folder)
    },
    async addPages(pages) {
      const texts = new Map(pages)
      const paths = [...texts.keys()].filter((path) => isPacked(path, layout))
      const large = await pack(paths, (path) => Buffer.from(texts.get(path) ?? ''))
      return pages.filter(([path]) => !isPacked(path, layout) || large.has(path))
    },
    end() {
      const version = writer.end().update(names.digest()).digest('hex').slice(0, 12)
      const packed: PackedSite = { version, bucketCount: countBuckets(notes) }
      renameSync(making, join(site, packsFolder, version))
      writeIndex(site, notes, packed)
      writeFileSync(join(site, packedSitePath), `${JSON.stringify({ ...packed, fileCount: notes.count() })}\n`)
      return packed
    },
  }
}

/** Packs the files of a built site. @param folder of the plain site */
export async function packFiles(folder: string, layout: Layout): Promise<PackedSite> {
  const packer = beginPacks(folder, layout)
  await packer.add(folder)
  return packer.end()
}
