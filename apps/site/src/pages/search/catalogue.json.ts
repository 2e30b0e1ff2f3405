import type { APIRoute } from 'astro'
import { readSearchIndex } from '../../search/collect.ts'

export const GET: APIRoute = async () => new Response(JSON.stringify((await readSearchIndex()).catalogue))
