import type { APIRoute } from 'astro'
import { toCarriedFile } from '../../../check/carried-file.ts'
import { readReportsOfYear, readYearNumbers } from '../../../places/years.ts'

export async function getStaticPaths() {
  return (await readYearNumbers()).map((year) => ({ params: { year: String(year) } }))
}

export const GET: APIRoute = async ({ params }) => {
  const year = params['year'] ?? ''
  return new Response(JSON.stringify(await toCarriedFile(Number(year), await readReportsOfYear(year))))
}
