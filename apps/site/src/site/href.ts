/** Joins the base path of the site and a path of the site, which starts with a slash. */
export function toHref(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`
}

/** Link to a page of this site, whatever folder of its host it is served from. */
export function href(path: string): string {
  return toHref(import.meta.env.BASE_URL, path)
}

export const toReportPath = (reportId: string): string => `/r/${encodeURIComponent(reportId)}/`
export const toAgencyPath = (agencyId: string): string => `/agency/${encodeURIComponent(agencyId)}/`
export const toIndicatorPath = (id: string): string => `/indicators/${encodeURIComponent(id)}/`
export const toRegionPath = (code: string): string => `/region/${encodeURIComponent(code)}/`
/** Path of a part that other sites show in a frame, in a language: English stands below `/embed/en/`, so that one rule covers all. */
export const toEmbedPath = (locale: 'zh' | 'en', kind: 'results' | 'table' | 'agency', id: string): string =>
  `/embed/${locale === 'en' ? 'en/' : ''}${kind}/${encodeURIComponent(id)}/`
/** Path of the feed of all reports. */
export const feedPath = '/feed.xml'
/** Path of the feed of a division and all below it. */
export const toRegionFeedPath = (code: string): string => `/region/${encodeURIComponent(code)}.xml`
/** Path of the feed of one agency. */
export const toAgencyFeedPath = (agencyId: string): string => `/agency/${encodeURIComponent(agencyId)}.xml`
/** Path of a chart as a drawing of its own. */
export const toDrawingPath = (kind: 'agency' | 'indicators', id: string): string =>
  `/${kind}/${encodeURIComponent(id)}.svg`

/** An address found in a document, only if it is a web address; anything else is not linked. */
export function toSafeUrl(address: string | null): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined
}
