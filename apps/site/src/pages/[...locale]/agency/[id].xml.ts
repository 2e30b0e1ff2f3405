import type { APIRoute } from 'astro'
import { readOutcomes } from '../../../data/outcomes.ts'
import { readOwnAgencies } from '../../../data/runs.ts'
import { hasFeed, toFeed } from '../../../out/feed.ts'
import { readAgency } from '../../../places/agencies.ts'
import { href, toAgencyFeedPath, toAgencyPath } from '../../../site/href.ts'
import { toLocale, toRoutes } from '../../../words/locale.ts'
import { say } from '../../../words/messages.ts'

/** A feed holds full addresses, so there is none where the builder gave no `SITE_URL`. */
export async function getStaticPaths() {
  if (!import.meta.env.SITE) return []
  const agencies = await Promise.all([...(await readOwnAgencies())].map((id) => readAgency(id)))
  return toRoutes(agencies.filter(({ reports }) => hasFeed(reports)).map(({ id }) => ({ id })))
}

export const GET: APIRoute = async ({ params, site }) => {
  const locale = toLocale(params['locale'])
  const { id, name, reports } = await readAgency(params['id'] ?? '', locale)
  const title = `${name} · ${say(locale, 'siteLong')}`
  const outcomesOf = await readOutcomes()
  const feed = { title, page: toAgencyPath(id), path: toAgencyFeedPath(id), locale, reports, outcomesOf }
  return new Response(toFeed(feed, (path) => new URL(href(path), site).href))
}
