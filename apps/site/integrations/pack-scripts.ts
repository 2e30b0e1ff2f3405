import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { type PackedSite, packsFolder } from '../src/packs/format.ts'
import { words } from '../src/packs/words.ts'

const source = join(import.meta.dirname, '../src/packs')

/** Puts a script and all that it imports into one file that any browser runs, with values in the place of names. */
async function bundle(name: string, values: Readonly<Record<string, unknown>>): Promise<string> {
  const define = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]))
  const lib = { entry: join(source, name), formats: ['iife' as const], name: 'packs' }
  const built = await build({
    configFile: false,
    root: source,
    logLevel: 'silent',
    define,
    build: { write: false, copyPublicDir: false, lib },
  })
  const [output] = [built].flat()
  if (!output || !('output' in output)) throw new RangeError(`Cannot bundle "${name}": the build left no files`)
  return output.output[0].code
}

/** Has the page for a lost reader start the worker, where what was asked for is in a pack. */
function startFrom(lostPage: string, start: string): string {
  const { zh, en } = words.noScript
  const script = `<script src="${start}"></script></head>`
  const note = `<noscript><p>${zh} <span class="en" lang="en">${en}</span></p></noscript>`
  if (!/<\/head>.*<main[^>]*>/s.test(lostPage))
    throw new RangeError('Cannot start the worker: 404.html has no head or no main')
  return lostPage.replace('</head>', script).replace(/<main[^>]*>/, (main) => main + note)
}

/**
 * Writes what a browser runs to take pages out of packs: a worker at the root of the site, whose scope is all of it, and
 * the script of the page for a lost reader, which starts it.
 *
 * @param lostPage as it was built; whoever needs no worker finds it in the packs
 * @param base path of the site, with its last slash
 */
export async function writeScripts(
  folder: string,
  lostPage: string,
  { base, site }: { readonly base: string; readonly site: PackedSite },
): Promise<void> {
  const start = `${packsFolder}/start.js`
  writeFileSync(join(folder, 'packs-worker.js'), await bundle('worker.ts', { packedSite: site }))
  writeFileSync(join(folder, start), await bundle('start.ts', { basePath: base }))
  writeFileSync(join(folder, '404.html'), startFrom(lostPage, `${base}${start}?v=${site.version}`))
}
