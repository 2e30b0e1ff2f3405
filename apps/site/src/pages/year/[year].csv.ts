import type { APIRoute } from 'astro'
import { readReports } from '../../data/reports.ts'
import { readTotalsCsv } from '../../out/report-lists.ts'
import { readYearNumbers } from '../../places/years.ts'

export async function getStaticPaths() {
  return (await readYearNumbers()).map((year) => ({ params: { year: String(year) } }))
}

export const GET: APIRoute = async ({ params }) => {
  const reports = (await readReports()).filter(({ year }) => String(year) === params['year'])
  return new Response(await readTotalsCsv(reports))
}
