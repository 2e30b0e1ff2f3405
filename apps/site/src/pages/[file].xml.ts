import type { APIRoute } from 'astro'
import { hasFeed, toFeed } from '../feed.ts'
import { feedPath, href } from '../href.ts'
import { readReports } from '../lists.ts'
import { say } from '../messages.ts'
import { readPaths, toSitemaps } from '../sitemap.ts'

/** The sitemap and the feed of all reports hold full addresses: there are none where the builder gave no `SITE_URL`. */
export async function getStaticPaths() {
  const site = import.meta.env.SITE
  if (!site) return []
  const toAddress = (path: string) => new URL(href(path), site).href
  const reports = await readReports()
  const feed = { title: say('zh', 'siteLong'), page: '/', path: feedPath, reports }
  const files = [
    ...toSitemaps(await readPaths(), toAddress),
    ...(hasFeed(reports) ? [['feed', toFeed(feed, toAddress)] as const] : []),
  ]
  return files.map(([file, text]) => ({ params: { file }, props: { text } }))
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text)
