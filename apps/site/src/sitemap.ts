import { toAgencyPath, toRegionPath, toReportPath } from './href.ts'
import { readAgencyIds, readReportIds } from './lists.ts'
import { isTranslated, locales, toLocalPath } from './locale.ts'
import { readYearNumbers } from './overview.ts'
import { readRegions } from './regions.ts'
import { toXml } from './xml.ts'

/** Addresses in one file of the sitemap; the protocol allows 50,000. */
const perFile = 40_000

const fixedPaths = ['/', '/reports/', '/quality/', '/data/', '/method/', '/glossary/', '/about/']

/** Paths of every page in every language it exists in. */
export async function readPaths(): Promise<readonly string[]> {
  const [years, regions, agencies, reports] = await Promise.all([
    readYearNumbers(),
    readRegions(),
    readAgencyIds(),
    readReportIds(),
  ])
  const paths = [
    ...fixedPaths,
    ...years.map((year) => `/year/${year}/`),
    ...[...regions.keys()].map(toRegionPath),
    ...agencies.map(toAgencyPath),
    ...reports.map(toReportPath),
  ]
  return paths.flatMap((path) => (isTranslated(path) ? locales.map((locale) => toLocalPath(locale, path)) : [path]))
}

const wrap = (root: string, item: string, addresses: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...addresses.map((address) => `<${item}><loc>${toXml(address)}</loc></${item}>`),
    `</${root}>\n`,
  ].join('\n')

/**
 * The files of the sitemap by name: `sitemap.xml` names the others.
 *
 * @param toAddress full address of a path of the site
 */
export function toSitemaps(paths: readonly string[], toAddress: (path: string) => string): ReadonlyMap<string, string> {
  const parts = Array.from({ length: Math.ceil(paths.length / perFile) }, (_, index) => ({
    name: `sitemap-${index + 1}`,
    text: wrap('urlset', 'url', paths.slice(index * perFile, (index + 1) * perFile).map(toAddress)),
  }))
  const index = wrap(
    'sitemapindex',
    'sitemap',
    parts.map(({ name }) => toAddress(`/${name}.xml`)),
  )
  return new Map([['sitemap', index], ...parts.map(({ name, text }) => [name, text] as const)])
}
