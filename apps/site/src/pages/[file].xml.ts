import type { APIRoute } from 'astro'
import { readOutcomes } from '../data/outcomes.ts'
import { readReports } from '../data/reports.ts'
import { hasFeed, toFeed } from '../out/feed.ts'
import { feedPath, href } from '../site/href.ts'
import { say } from '../words/messages.ts'

/** The feed of all reports holds full addresses: there is none where the builder gave no `SITE_URL`. */
export async function getStaticPaths() {
  const site = import.meta.env.SITE
  if (!site) return []
  const reports = await readReports()
  if (!hasFeed(reports)) return []
  const toAddress = (path: string) => new URL(href(path), site).href
  const text = toFeed(
    { title: say('zh', 'siteLong'), page: '/', path: feedPath, reports, outcomesOf: await readOutcomes() },
    toAddress,
  )
  return [{ params: { file: 'feed' }, props: { text } }]
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text)
