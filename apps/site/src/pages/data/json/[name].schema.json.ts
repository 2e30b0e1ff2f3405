import type { APIRoute } from 'astro'
import { ofRest } from '../../../data/runs.ts'
import { jsonFiles } from '../../../out/json-schemas.ts'

export const getStaticPaths = () =>
  ofRest(() => jsonFiles.map(({ name, schema }) => ({ params: { name }, props: { schema } })))

export const GET: APIRoute = ({ props }) => new Response(`${JSON.stringify(props['schema'], null, 2)}\n`)
