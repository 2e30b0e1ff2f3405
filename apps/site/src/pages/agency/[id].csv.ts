import type { APIRoute } from 'astro'
import { readAgencyCsv } from '../../out/agency-files.ts'
import { readAgencyIds } from '../../places/agencies.ts'

export async function getStaticPaths() {
  return (await readAgencyIds()).map((id) => ({ params: { id } }))
}

export const GET: APIRoute = async ({ params }) => new Response(await readAgencyCsv(params['id'] ?? ''))
