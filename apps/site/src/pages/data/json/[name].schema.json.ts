import type { APIRoute } from 'astro'
import { jsonFiles } from '../../../out/json-schemas.ts'

export const getStaticPaths = () => jsonFiles.map(({ name, schema }) => ({ params: { name }, props: { schema } }))

export const GET: APIRoute = ({ props }) => new Response(`${JSON.stringify(props['schema'], null, 2)}\n`)
