import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type HeaderRule, readHeaderRules } from '../../apps/site/src/packs/header-rules.ts'
import { isPacked } from '../../apps/site/src/packs/kinds.ts'
import { toCompressor } from './compress-once.ts'
import { type Coding, type Held, inMemory, type Variant } from './held.ts'
import { openPacks } from './packs.ts'
import { findFile, remember } from './remember.ts'

/** A built site, and the path below which it is served, which begins and ends with a slash. */
export interface Site {
  readonly prefix: string
  readonly headerRules: () => readonly HeaderRule[]
  /** What a path below the site holds, such as `data/index.html`; undefined where it names no file. */
  readonly find: (path: string) => Promise<Held | undefined>
}

/** Files below this many bytes are not worth compressing. */
const leastCompressed = 512

/** The page for a lost reader. */
export const lostPage = '404.html'

const endings = { br: '.br', gzip: '.gz' } as const satisfies Readonly<Record<Coding, string>>

const toVariant = (file: string, { size, tag }: { readonly size: number; readonly tag: string }): Variant => ({
  size,
  tag,
  take: (start, end) => ({ file, start, end }),
})

/** Opens the folder of a built site. */
export function openSite(folder: string, prefix: string): Site {
  const compressor = toCompressor()
  const findPackedFile = openPacks(folder)
  const findPlain = (path: string): Held | undefined => {
    const file = join(folder, path)
    const found = findFile(file)
    if (!found) return undefined
    const compressed = async (coding: Coding) => {
      const beside = findFile(file + endings[coding])
      // One that is older was made of another file.
      if (beside && beside.written >= found.written)
        return toVariant(file + endings[coding], { size: beside.size, tag: `${beside.tag}-${coding}` })
      if (coding !== 'gzip' || found.size < leastCompressed) return undefined
      const bytes = await compressor.compress(`${path} ${found.tag}`, found.size, () => readFile(file))
      return bytes && inMemory(bytes, `${found.tag}-${coding}`)
    }
    return { plain: toVariant(file, found), compressed }
  }
  return {
    prefix,
    headerRules: remember(join(folder, '_headers'), (text) => readHeaderRules(text ?? '')),
    async find(path) {
      // Beside packs the page for a lost reader starts a worker: who is served is given the one in the packs.
      const mayBePacked = isPacked(path, 'packs') || isPacked(path, 'served')
      return (mayBePacked ? await findPackedFile(path) : undefined) ?? findPlain(path)
    },
  }
}
