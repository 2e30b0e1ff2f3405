import type { APIRoute } from 'astro'
import { href } from '../href.ts'
import { readPaths, toSitemaps } from '../sitemap.ts'

/** A sitemap holds full addresses, so there is none where the builder gave no `SITE_URL`. */
export async function getStaticPaths() {
  const site = import.meta.env.SITE
  if (!site) return []
  const maps = toSitemaps(await readPaths(), (path) => new URL(href(path), site).href)
  return [...maps].map(([sitemap, text]) => ({ params: { sitemap }, props: { text } }))
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text)
