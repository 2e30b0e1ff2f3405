import { indicators } from '@gongkai/schema'
import type { APIRoute } from 'astro'
import { ofRest } from '../../../data/runs.ts'
import { readDistribution } from '../../../indicators/distributions.ts'
import { drawSpreads } from '../../../indicators/spread-drawing.ts'
import { toLocale, toRoutes } from '../../../words/locale.ts'

export const getStaticPaths = () =>
  ofRest(() => toRoutes(indicators.filter(({ isCompared }) => isCompared).map(({ id }) => ({ id }))))

export const GET: APIRoute = async ({ params }) => {
  const indicator = indicators.find(({ id }) => id === params['id'])
  if (!indicator) throw new RangeError(`Cannot draw the indicator "${params['id']}": none of that id is declared`)
  const distribution = await readDistribution(indicator.id)
  return new Response(drawSpreads(indicator, distribution, toLocale(params['locale'])))
}
