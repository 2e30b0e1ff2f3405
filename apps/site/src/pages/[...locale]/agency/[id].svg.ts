import type { APIRoute } from 'astro'
import { readAgency, readChartedIds } from '../../../places/agencies.ts'
import { readHistory } from '../../../places/history.ts'
import { drawHistory } from '../../../places/history-drawing.ts'
import { toLocale, toRoutes } from '../../../words/locale.ts'

export async function getStaticPaths() {
  return toRoutes((await readChartedIds()).map((id) => ({ id })))
}

export const GET: APIRoute = async ({ params }) => {
  const locale = toLocale(params['locale'])
  const { name, reports } = await readAgency(params['id'] ?? '', locale)
  return new Response(drawHistory(await readHistory(reports), name, locale))
}
