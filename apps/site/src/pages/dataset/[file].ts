import type { APIRoute } from 'astro'
import { listDatasetFiles, readDatasetFile } from '../../data.ts'

export async function getStaticPaths() {
  return (await listDatasetFiles()).map(({ name }) => ({ params: { file: name } }))
}

export const GET: APIRoute = async ({ params }) => new Response(await readDatasetFile(params['file'] ?? ''))
