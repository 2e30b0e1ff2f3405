import type { APIRoute } from 'astro'
import { readOutcomes } from '../../../data/outcomes.ts'
import { isOwnRegion } from '../../../data/runs.ts'
import { hasFeed, toFeed } from '../../../out/feed.ts'
import { readPlaces } from '../../../places/regions.ts'
import { href, toRegionFeedPath, toRegionPath } from '../../../site/href.ts'
import { toLocale, toRoutes } from '../../../words/locale.ts'
import { say } from '../../../words/messages.ts'

/** A feed holds full addresses, so there is none where the builder gave no `SITE_URL`. */
export async function getStaticPaths() {
  if (!import.meta.env.SITE) return []
  const regions = [...(await readPlaces()).values()].filter(({ code }) => isOwnRegion(code))
  return toRoutes(regions.filter(({ allReports }) => hasFeed(allReports)).map(({ code }) => ({ code })))
}

export const GET: APIRoute = async ({ params, site }) => {
  const locale = toLocale(params['locale'])
  const code = params['code'] ?? ''
  const { name = code, nameEn = null, allReports: reports = [] } = (await readPlaces()).get(code) ?? {}
  const title = `${(locale === 'en' && nameEn) || name} · ${say(locale, 'siteLong')}`
  const outcomesOf = await readOutcomes()
  const feed = { title, page: toRegionPath(code), path: toRegionFeedPath(code), locale, reports, outcomesOf }
  return new Response(toFeed(feed, (path) => new URL(href(path), site).href))
}
