import type { APIRoute } from 'astro'
import { readLookupFile } from '../../data/lookups.ts'

export const GET: APIRoute = () => new Response(readLookupFile().json)
