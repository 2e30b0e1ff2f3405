import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { SitemapAndIndexStream, SitemapStream } from 'sitemap'
import { isTranslated, languageTags, locales, toLocalPath } from '../src/words/locale.ts'

interface Link {
  readonly lang: string
  readonly url: string
}

/** Addresses in one file; the protocol allows 50,000. */
const mostAddresses = 45_000

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

/** Takes files of the site one after the other. */
export interface PageList {
  /** Lists a file if it is a page; what is framed by others is a part of a page, which is listed. */
  readonly add: (path: string) => Promise<void>
  readonly end: () => Promise<void>
}

/** Where the builder gave no SITE_URL there are no full addresses, and a sitemap holds no others. */
const noList: PageList = { add: async () => undefined, end: async () => undefined }

/**
 * Names every page of a site: `sitemap-index.xml` names the files that do.
 *
 * @param folder of the site
 */
export function beginList(folder: string, site: string | undefined, base: string): PageList {
  if (site === undefined) return noList
  const home = new URL(`${base.replace(/\/+$/, '')}/`, site).href
  const getSitemapStream = (number: number) => {
    const name = `sitemap-${number}.xml`
    const stream = new SitemapStream({
      hostname: home,
      xmlns: { news: false, xhtml: true, image: false, video: false },
    })
    return [`${home}${name}`, stream, stream.pipe(createWriteStream(join(folder, name)))] as const
  }
  const addresses = new SitemapAndIndexStream({
    limit: mostAddresses,
    getSitemapStream: (number) => [...getSitemapStream(number)],
  })
  const written = pipeline(addresses, createWriteStream(join(folder, 'sitemap-index.xml')))
  return {
    async add(path) {
      if (!/(?:^|\/)index\.html$/.test(path) || path.startsWith('embed/')) return
      const url = home + encodeURI(path.slice(0, -'index.html'.length))
      if (!addresses.write({ url, links: [...toLanguageLinks(home, url)] })) await once(addresses, 'drain')
    },
    async end() {
      addresses.end()
      await Promise.all([written, finished(addresses)])
    },
  }
}
