import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { explaining, isAlive } from '@gongkai/disk'

/** A file of the site as it is published, by its path below the site. */
export type PageFile = readonly [path: string, bytes: Uint8Array]

/** Pages and files of one owner, sorted by path. */
export interface Pages {
  /** Those that stand in packs, each compressed by itself. */
  readonly packed: readonly PageFile[]
  /** Those that are files of the site. */
  readonly files: readonly PageFile[]
}

/** The pages of each owner in one file, named by their key. */
export interface KeptPages {
  /** A file of this process alone, for what it tells another one to make. */
  readonly runFile: string
  /** Folder of frames that the next site begins with. */
  readonly frames: string
  readonly has: (key: string) => boolean
  readonly keep: (key: string, pages: Pages) => void
  /** @throws {Error} if they are not kept, or the file is damaged */
  readonly take: (key: string) => Pages
  /** Forgets all pages but those of some keys. */
  readonly forgetOthers: (keys: ReadonlySet<string>) => void
}

/** What a file of kept pages says before their bytes. */
interface Head {
  /** Path and count of bytes of each page. */
  readonly packed: readonly (readonly [string, number])[]
  readonly files: readonly (readonly [string, number])[]
  /** CRC-32 of all that follows. */
  readonly sum: number
}

const params = { [constants.ZSTD_c_compressionLevel]: 1 }
const bytesOf = ([, bytes]: PageFile) => bytes
const toEntry = ([path, bytes]: PageFile) => [path, bytes.length] as const

/** A line of JSON, the packed pages as they are, and the files compressed together: they are much alike. */
function encode({ packed, files }: Pages): Uint8Array {
  const together = zstdCompressSync(Buffer.concat(files.map(bytesOf)), { params })
  const body = Buffer.concat([...packed.map(bytesOf), together])
  const head: Head = { packed: packed.map(toEntry), files: files.map(toEntry), sum: crc32(body) }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body])
}

/** Cuts bytes into pages. @returns the pages, and where they end */
function cut(entries: Head['files'], bytes: Uint8Array): readonly [pages: readonly PageFile[], end: number] {
  let end = 0
  const pages = entries.map(([path, length]): PageFile => {
    end += length
    return [path, bytes.subarray(end - length, end)]
  })
  return [pages, end]
}

function decode(bytes: Buffer): Pages {
  const start = bytes.indexOf('\n') + 1
  const head: Head = JSON.parse(bytes.toString('utf8', 0, start))
  const body = bytes.subarray(start)
  if (crc32(body) !== head.sum) throw new RangeError('Cannot read pages: their sum is another')
  const [packed, end] = cut(head.packed, body)
  const [files] = cut(head.files, zstdDecompressSync(body.subarray(end)))
  return { packed, files }
}

function read(path: string): Pages {
  const bytes = explaining('take pages that were kept, of which another build may have removed some', path, () =>
    readFileSync(path),
  )
  try {
    return decode(bytes)
  } catch (cause) {
    throw new Error(`Cannot take pages of the last build: "${path}" is damaged: remove it`, { cause })
  }
}

/**
 * Opens what an earlier build kept. A file is written under another name first, so that it is whole whenever a build is
 * killed.
 */
export function openKeptPages(folder: string): KeptPages {
  mkdirSync(folder, { recursive: true })
  const frames = 'frames'
  const toPath = (key: string) => join(folder, key)
  return {
    runFile: join(folder, `run.${process.pid}`),
    frames: join(folder, frames),
    has: (key) => existsSync(toPath(key)),
    keep(key, pages) {
      const next = `${toPath(key)}.next.${process.pid}`
      writeFileSync(next, encode(pages))
      renameSync(next, toPath(key))
    },
    take: (key) => read(toPath(key)),
    forgetOthers(keys) {
      // Names end with the number of the process that still writes them.
      const isOfOther = (name: string) => isAlive(Number(/\.(\d+)$/.exec(name)?.[1] ?? process.pid))
      for (const name of readdirSync(folder))
        if (!keys.has(name) && name !== frames && !isOfOther(name)) rmSync(join(folder, name), { force: true })
    },
  }
}
