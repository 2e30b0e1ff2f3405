import type { APIRoute } from 'astro'
import { ofRest } from '../../../data/runs.ts'
import { readSearchIndex } from '../../../search/collect.ts'

export const getStaticPaths = () =>
  ofRest(async () => {
    const { blocks } = await readSearchIndex()
    return Object.entries(blocks?.orders ?? {}).map(([order, file]) => ({ params: { order }, props: { file } }))
  })

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props['file']))
