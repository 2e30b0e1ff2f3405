import type { APIRoute } from 'astro'
import { toCarriedFile } from '../../../check/carried-file.ts'
import { ofRest } from '../../../data/runs.ts'
import { readReportsOfYear, readYearNumbers } from '../../../places/years.ts'

export const getStaticPaths = () =>
  ofRest(async () => (await readYearNumbers()).map((year) => ({ params: { year: String(year) } })))

export const GET: APIRoute = async ({ params }) => {
  const year = params['year'] ?? ''
  return new Response(JSON.stringify(await toCarriedFile(Number(year), await readReportsOfYear(year))))
}
