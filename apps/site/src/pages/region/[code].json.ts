import type { APIRoute } from 'astro'
import { ofRest } from '../../data/runs.ts'
import { readTotalsJson } from '../../out/report-lists.ts'
import { readPlaces } from '../../places/regions.ts'

export const getStaticPaths = () =>
  ofRest(async () => [...(await readPlaces()).keys()].map((code) => ({ params: { code } })))

export const GET: APIRoute = async ({ params }) => {
  const region = (await readPlaces()).get(params['code'] ?? '')
  return new Response(await readTotalsJson(region?.allReports ?? []))
}
