import sitemap from '@astrojs/sitemap'
import type { AstroIntegration } from 'astro'
import { countRuns, readRun } from '../src/data/runs.ts'
import { isTranslated, languageTags, locales, toLocalPath } from '../src/words/locale.ts'

interface Link {
  readonly lang: string
  readonly url: string
}

/**
 * The languages of a page, as the head of the page names them: `https://example.org/en/about/` has zh-Hans, en and x-default.
 *
 * @param home full address of the site's root, with its last slash
 * @returns none for a page that exists once, as that of a report does
 */
export function toLanguageLinks(home: string, address: string): readonly Link[] {
  const path = `/${address.slice(home.length)}`.replace(/^\/en(?=\/)/, '')
  if (!isTranslated(path)) return []
  const toAddress = (to: string) => home + to.slice(1)
  return [
    ...locales.map((locale) => ({ lang: languageTags[locale], url: toAddress(toLocalPath(locale, path)) })),
    { lang: 'x-default', url: toAddress(path) },
  ]
}

/** Files of addresses of one run of the build: `sitemap-run-3-0.xml` holds them, the index beside it is dropped. */
const toBase = (run: number): string => `sitemap-run-${run}`
export const toMapIndex = (run: number): string => `${toBase(run)}-index.xml`

/** How the files of this run are named, and those of all other runs, which the index of the rest names. */
async function toNames(home: string) {
  const run = readRun()
  if (run === undefined) return {}
  if (run.number > 0) return { filenameBase: toBase(run.number) }
  const others = Array.from({ length: await countRuns(run.size) }, (_, i) => `${home}${toBase(i + 1)}-0.xml`)
  return { customSitemaps: others }
}

/**
 * Names every page that was built: `sitemap-index.xml` names the files that do.
 *
 * The languages of a page are named here and not by the library's `i18n`, which compares each page with all others: 19
 * seconds for 50,000 pages.
 */
export async function listPages(site: string, base: string): Promise<AstroIntegration> {
  const home = new URL(`${base.replace(/\/+$/, '')}/`, site).href
  return sitemap({
    ...(await toNames(home)),
    namespaces: { news: false, xhtml: true, image: false, video: false },
    // What is framed by others is a part of a page, which is listed.
    filter: (address) => !address.startsWith(`${home}embed/`),
    serialize: (item) => ({ ...item, links: [...toLanguageLinks(home, item.url)] }),
  })
}
