import type { APIRoute } from 'astro'
import { readOutcomes } from '../../data/outcomes.ts'
import { readReports } from '../../data/reports.ts'
import { ofRest } from '../../data/runs.ts'
import { hasFeed, toFeed } from '../../out/feed.ts'
import { feedPath, href } from '../../site/href.ts'
import { toLocale, toRoutes } from '../../words/locale.ts'
import { say } from '../../words/messages.ts'

/** The feed of all reports holds full addresses: there is none where the builder gave no `SITE_URL`. */
export const getStaticPaths = () =>
  ofRest(async () => (import.meta.env.SITE && hasFeed(await readReports()) ? toRoutes([{ file: 'feed' }]) : []))

export const GET: APIRoute = async ({ params, site }) => {
  const locale = toLocale(params['locale'])
  const [reports, outcomesOf] = await Promise.all([readReports(), readOutcomes()])
  const feed = { title: say(locale, 'siteLong'), page: '/', path: feedPath, locale, reports, outcomesOf }
  return new Response(toFeed(feed, (path) => new URL(href(path), site).href))
}
