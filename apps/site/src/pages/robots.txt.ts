import type { APIRoute } from 'astro'
import { isDemo } from '../data/folder.ts'
import { href } from '../site/href.ts'

/** Parts of pages for frames are no pages; invented reports are for nobody's index. */
export const GET: APIRoute = ({ site }) => {
  const rules = isDemo ? ['Disallow: /'] : [`Disallow: ${href('/embed/')}`]
  const map = site && !isDemo ? [`Sitemap: ${new URL(href('/sitemap-index.xml'), site).href}`] : []
  return new Response(['User-agent: *', ...rules, ...map, ''].join('\n'))
}
