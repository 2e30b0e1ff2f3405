import type { APIRoute } from 'astro'
import { ofRest } from '../../../data/runs.ts'
import { readSearchIndex } from '../../../search/collect.ts'
import { toShardName } from '../../../search/paths.ts'

export const getStaticPaths = () =>
  ofRest(async () => {
    const { blocks } = await readSearchIndex()
    return (blocks?.choices ?? []).map((file, choice) => ({ params: { choice: toShardName(choice) }, props: { file } }))
  })

export const GET: APIRoute = ({ props }) => new Response(props['file'])
