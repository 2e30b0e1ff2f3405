import type { APIRoute } from 'astro'
import { readSearchIndex } from '../../../search/collect.ts'

export async function getStaticPaths() {
  const { blocks } = await readSearchIndex()
  return Object.entries(blocks?.orders ?? {}).map(([order, file]) => ({ params: { order }, props: { file } }))
}

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props['file']))
