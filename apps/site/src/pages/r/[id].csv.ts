import type { APIRoute } from 'astro'
import { readReportCsv } from '../../export.ts'
import { readReportIds } from '../../lists.ts'

export async function getStaticPaths() {
  return (await readReportIds()).map((id) => ({ params: { id } }))
}

export const GET: APIRoute = async ({ params }) =>
  new Response(await readReportCsv(params['id'] ?? ''), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } })
