import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { explaining, isAlive } from '@gongkai/disk'

/** Pages and files of an agency and its reports as they were made: text by path below the site, sorted by path. */
export type Pages = readonly (readonly [path: string, text: string])[]

/** The pages of each agency in one file, compressed together: they are much alike. */
export interface KeptPages {
  /** A file of this process alone, for what it tells another one to make. */
  readonly runFile: string
  readonly has: (agency: string, key: string) => boolean
  readonly keep: (agency: string, key: string, pages: Pages) => void
  /** @throws {Error} if they are not kept, or the file is damaged */
  readonly take: (agency: string, key: string) => Pages
  /** Forgets all pages but those of some agencies. */
  readonly forgetOthers: (keys: ReadonlyMap<string, string>) => void
}

function unpack(path: string): Pages {
  const bytes = explaining('take pages that were kept, of which another build may have removed some', path, () =>
    readFileSync(path),
  )
  try {
    return JSON.parse(zstdDecompressSync(bytes).toString())
  } catch (cause) {
    throw new Error(`Cannot take pages of the last build: "${path}" is damaged: remove it`, { cause })
  }
}

const params = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 }

/**
 * Opens what an earlier build kept. A file is named by the key of its pages and written under another name first, so that
 * it is whole and never of an older state, whenever a build is killed.
 */
export function openKeptPages(folder: string): KeptPages {
  mkdirSync(folder, { recursive: true })
  const toName = (agency: string, key: string) => `${encodeURIComponent(agency)}.${key.slice(0, 32)}.zst`
  const toPath = (agency: string, key: string) => join(folder, toName(agency, key))
  return {
    runFile: join(folder, `run.${process.pid}`),
    has: (agency, key) => existsSync(toPath(agency, key)),
    keep(agency, key, pages) {
      const path = toPath(agency, key)
      const next = `${path}.next.${process.pid}`
      writeFileSync(next, zstdCompressSync(JSON.stringify(pages), { params }))
      renameSync(next, path)
    },
    take: (agency, key) => unpack(toPath(agency, key)),
    forgetOthers(keys) {
      const names = new Set([...keys].map(([agency, key]) => toName(agency, key)))
      // Names end with the number of the process that still writes them.
      const isOfOther = (name: string) => isAlive(Number(/\.(\d+)$/.exec(name)?.[1] ?? process.pid))
      for (const name of readdirSync(folder))
        if (!names.has(name) && !isOfOther(name)) rmSync(join(folder, name), { force: true })
    },
  }
}
