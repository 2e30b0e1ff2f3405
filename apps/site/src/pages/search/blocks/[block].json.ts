import type { APIRoute } from 'astro'
import { readSearchIndex } from '../../../search/collect.ts'
import { toShardName } from '../../../search/paths.ts'

export async function getStaticPaths() {
  const { blocks } = await readSearchIndex()
  return (blocks?.blocks ?? []).map((file, block) => ({ params: { block: toShardName(block) }, props: { file } }))
}

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props['file']))
