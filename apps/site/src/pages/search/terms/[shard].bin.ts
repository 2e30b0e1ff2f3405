import type { APIRoute } from 'astro'
import { ofRest } from '../../../data/runs.ts'
import { readSearchIndex } from '../../../search/collect.ts'
import { toShardName } from '../../../search/paths.ts'

export const getStaticPaths = () =>
  ofRest(async () => {
    const { shards } = await readSearchIndex()
    return shards.map((_, index) => ({ params: { shard: toShardName(index) } }))
  })

export const GET: APIRoute = async ({ params }) => {
  const { shards } = await readSearchIndex()
  const name = params['shard'] ?? ''
  const shard = shards[Number.parseInt(name, 16)]
  if (!shard) throw new RangeError(`Cannot write "${name}.bin": the index has ${shards.length} files`)
  return new Response(shard)
}
