import type { APIRoute } from 'astro'
import { ofRest } from '../../data/runs.ts'
import { readTotalsCsv } from '../../out/report-lists.ts'
import { readReportsOfYear, readYearKeys } from '../../places/years.ts'

export const getStaticPaths = () => ofRest(async () => (await readYearKeys()).map((year) => ({ params: { year } })))

export const GET: APIRoute = async ({ params }) =>
  new Response(await readTotalsCsv(await readReportsOfYear(params['year'] ?? '')))
