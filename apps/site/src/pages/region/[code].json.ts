import type { APIRoute } from 'astro'
import { isOwnRegion } from '../../data/runs.ts'
import { readTotalsJson } from '../../out/report-lists.ts'
import { readPlaces } from '../../places/regions.ts'

export async function getStaticPaths() {
  return [...(await readPlaces()).keys()].filter(isOwnRegion).map((code) => ({ params: { code } }))
}

export const GET: APIRoute = async ({ params }) => {
  const region = (await readPlaces()).get(params['code'] ?? '')
  return new Response(await readTotalsJson(region?.allReports ?? []))
}
