import type { APIRoute } from 'astro'
import { toQualityListCsv } from '../../../out/quality-list.ts'
import { readQualityList, readQualityLists } from '../../../quality/lists.ts'

export async function getStaticPaths() {
  return (await readQualityLists()).map(({ group, kind }) => ({ params: { group, kind } }))
}

export const GET: APIRoute = async ({ params }) =>
  new Response(toQualityListCsv(await readQualityList(params['group'] ?? '', params['kind'] ?? '')))
