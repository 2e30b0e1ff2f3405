import type { APIRoute } from 'astro'
import { ofRest } from '../../../data/runs.ts'
import { toQualityListCsv } from '../../../out/quality-list.ts'
import { readQualityList, readQualityLists } from '../../../quality/lists.ts'

export const getStaticPaths = () =>
  ofRest(async () => (await readQualityLists()).map(({ group, kind }) => ({ params: { group, kind } })))

export const GET: APIRoute = async ({ params }) =>
  new Response(toQualityListCsv(await readQualityList(params['group'] ?? '', params['kind'] ?? '')))
