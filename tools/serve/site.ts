import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toCompressor } from './compress-once.ts'
import { type HeaderRule, readHeaderRules } from './header-rules.ts'
import { findFile, remember } from './remember.ts'

/** Bytes of a file on the disk, both ends included. */
export interface FilePart {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** One way in which the bytes of a path are held: as they are, or compressed. */
export interface Variant {
  readonly size: number
  /** Changes with the bytes. */
  readonly tag: string
  readonly take: (start: number, end: number) => FilePart | Uint8Array
}

/** Ways to compress that a browser may understand, the better one first. */
export const codings = ['br', 'gzip'] as const
export type Coding = (typeof codings)[number]

/** What a path of the site holds. */
export interface Held {
  readonly plain: Variant
  /** The same bytes compressed; undefined where they are not to be had that way. */
  readonly compressed: (coding: Coding) => Promise<Variant | undefined>
}

/** A built site, and the path below which it is served, which begins and ends with a slash. */
export interface Site {
  readonly prefix: string
  readonly headerRules: () => Promise<readonly HeaderRule[]>
  /** What a path below the site holds, such as `data/index.html`; undefined where it names no file. */
  readonly find: (path: string) => Promise<Held | undefined>
}

const endings = { br: '.br', gzip: '.gz' } as const satisfies Readonly<Record<Coding, string>>

const toVariant = (file: string, { size, tag }: { readonly size: number; readonly tag: string }): Variant => ({
  size,
  tag,
  take: (start, end) => ({ file, start, end }),
})

const inMemory = (bytes: Uint8Array, tag: string): Variant => ({
  size: bytes.length,
  tag,
  take: (start, end) => bytes.subarray(start, end + 1),
})

/** Opens the folder of a built site. */
export function openSite(folder: string, prefix: string): Site {
  const compressor = toCompressor()
  const findPlain = async (path: string): Promise<Held | undefined> => {
    const file = join(folder, path)
    const found = await findFile(file)
    if (!found) return undefined
    const compressed = async (coding: Coding) => {
      const beside = await findFile(file + endings[coding])
      if (beside) return toVariant(file + endings[coding], { size: beside.size, tag: `${beside.tag}-${coding}` })
      if (coding !== 'gzip') return undefined
      const bytes = await compressor.compress(`${path} ${found.tag}`, found.size, () => readFile(file))
      return bytes && inMemory(bytes, `${found.tag}-${coding}`)
    }
    return { plain: toVariant(file, found), compressed }
  }
  return {
    prefix,
    headerRules: remember(join(folder, '_headers'), (text) => readHeaderRules(text ?? '')),
    find: findPlain,
  }
}
