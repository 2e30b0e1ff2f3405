import type { APIRoute } from 'astro'
import { readReports } from '../../lists.ts'
import { readYearNumbers } from '../../overview.ts'
import { readTotalsCsv } from '../../totals.ts'

export async function getStaticPaths() {
  return (await readYearNumbers()).map((year) => ({ params: { year: String(year) } }))
}

export const GET: APIRoute = async ({ params }) => {
  const reports = (await readReports()).filter(({ year }) => String(year) === params['year'])
  return new Response(await readTotalsCsv(reports))
}
