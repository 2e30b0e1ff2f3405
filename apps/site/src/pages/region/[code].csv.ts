import type { APIRoute } from 'astro'
import { readTotalsCsv } from '../../out/report-lists.ts'
import { readRegions } from '../../places/regions.ts'

export async function getStaticPaths() {
  return [...(await readRegions()).keys()].map((code) => ({ params: { code } }))
}

export const GET: APIRoute = async ({ params }) => {
  const region = (await readRegions()).get(params['code'] ?? '')
  return new Response(await readTotalsCsv(region?.allReports ?? []))
}
