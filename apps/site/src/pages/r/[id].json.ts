import type { APIRoute } from 'astro'
import { readReportJson } from '../../export.ts'
import { readReportIds } from '../../lists.ts'

export async function getStaticPaths() {
  return (await readReportIds()).map((id) => ({ params: { id } }))
}

export const GET: APIRoute = async ({ params }) =>
  new Response(await readReportJson(params['id'] ?? ''), { headers: { 'Content-Type': 'application/json' } })
