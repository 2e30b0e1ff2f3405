import { createHash, hash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Key, largestPack, type PackedSite, packedSitePath, packsFolder } from '../src/packs/format.ts'
import { isPacked, type Layout } from '../src/packs/kinds.ts'
import { listPaths, removeEmpty } from './folders.ts'
import type { PageFile } from './kept-pages.ts'
import { countBuckets, toNotes, writeIndex } from './pack-index.ts'
import { fitsPack, squashFile } from './squash.ts'

/** Files that are read and compressed side by side; what is packed next waits for no more than these. */
const batchSize = 32
/** The most packs that an entry of the index can name. */
const mostPacks = 0x10000

/** What `toKey` of the reader says of a path, without waiting. */
const toKey = (path: string): Key => new Uint8Array(hash('sha256', path, 'buffer'))

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

/** Takes folders of a site one after the other, e.g. the pages of each run of its build. */
export interface Packer {
  /** Packs the files of a folder that the layout packs, a few at a time, and removes them; what is too large stays. */
  readonly add: (folder: string) => Promise<void>
  /** Packs what is compressed already. */
  readonly addPacked: (pages: readonly PageFile[]) => void
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
  const addPacked = (pages: readonly PageFile[]) => {
    for (const [path, bytes] of pages) {
      notes.add(toKey(path), writer.write(bytes))
      names.update(`${path}\0`)
    }
  }
  return {
    async add(folder) {
      const packBatch = async (paths: readonly string[]) => {
        const pages = await Promise.all(paths.map((path) => squashFile(folder, path)))
        const fitting = pages.filter(fitsPack)
        addPacked(fitting)
        for (const [path] of fitting) rmSync(join(folder, path))
      }
      const batch: string[] = []
      for (const path of listPaths(folder)) {
        if (isPacked(path, layout)) batch.push(path)
        if (batch.length === batchSize) await packBatch(batch.splice(0))
      }
      await packBatch(batch)
      removeEmpty(folder)
    },
    addPacked,
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
