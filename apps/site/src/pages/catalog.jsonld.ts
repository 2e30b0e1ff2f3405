import type { APIRoute } from 'astro'
import { toCatalog } from '../out/catalog.ts'
import { readDescribed } from '../out/described.ts'

export const GET: APIRoute = async ({ site }) =>
  new Response(`${JSON.stringify(toCatalog(await readDescribed(site)), null, 2)}\n`)
