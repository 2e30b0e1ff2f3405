import type { APIRoute } from 'astro'
import { ofRest } from '../../../data/runs.ts'
import { readSearchIndex } from '../../../search/collect.ts'
import { toShardName } from '../../../search/paths.ts'

export const getStaticPaths = () =>
  ofRest(async () => {
    const { blocks } = await readSearchIndex()
    return (blocks?.blocks ?? []).map((file, block) => ({ params: { block: toShardName(block) }, props: { file } }))
  })

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props['file']))
