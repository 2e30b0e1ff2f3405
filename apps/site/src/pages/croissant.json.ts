import type { APIRoute } from 'astro'
import { toCroissant } from '../out/croissant.ts'
import { readDescribed } from '../out/described.ts'

export const GET: APIRoute = async ({ site }) =>
  new Response(`${JSON.stringify(toCroissant(await readDescribed(site)), null, 2)}\n`)
