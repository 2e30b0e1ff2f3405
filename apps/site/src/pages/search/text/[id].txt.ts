import type { APIRoute } from 'astro'
import { readOwnReportIds } from '../../../data/runs.ts'
import { readSearchText } from '../../../search/collect.ts'

export async function getStaticPaths() {
  return (await readOwnReportIds()).map((id) => ({ params: { id } }))
}

export const GET: APIRoute = async ({ params }) =>
  new Response(await readSearchText(params['id'] ?? ''), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
