import type { APIRoute } from 'astro'
import { readOwnAgencies } from '../../data/runs.ts'
import { readAgencyJson } from '../../out/agency-files.ts'

export async function getStaticPaths() {
  return [...(await readOwnAgencies())].map((id) => ({ params: { id } }))
}

export const GET: APIRoute = async ({ params }) => new Response(await readAgencyJson(params['id'] ?? ''))
