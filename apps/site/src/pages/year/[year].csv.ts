import type { APIRoute } from 'astro'
import { readTotalsCsv } from '../../out/report-lists.ts'
import { readReportsOfYear, readYearKeys } from '../../places/years.ts'

export async function getStaticPaths() {
  return (await readYearKeys()).map((year) => ({ params: { year } }))
}

export const GET: APIRoute = async ({ params }) =>
  new Response(await readTotalsCsv(await readReportsOfYear(params['year'] ?? '')))
