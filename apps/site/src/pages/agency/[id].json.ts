import type { APIRoute } from 'astro'
import { readAgencyJson } from '../../export.ts'
import { readAgencyIds } from '../../lists.ts'

export async function getStaticPaths() {
  return (await readAgencyIds()).map((id) => ({ params: { id } }))
}

export const GET: APIRoute = async ({ params }) => new Response(await readAgencyJson(params['id'] ?? ''))
