import type { Indicator } from '@gongkai/schema'
import { box, dot, drawnWidth, letter, stroke, toDrawing } from '../chart/drawing.ts'
import { showFigure } from '../words/figures.ts'
import { toGrouped } from '../words/format.ts'
import { type Locale, pick } from '../words/locale.ts'
import { say } from '../words/messages.ts'
import { toSource } from '../words/source.ts'
import { type Distribution, type Spread, spreadBins, toRadius } from './distributions.ts'

/** Where the axis begins and ends: year and level to its left, number and median to its right. */
const [from, to] = [200, 560]
const rowHeight = 34

const round = (value: number): number => Math.round(value * 100) / 100

function drawSpread(
  spread: Spread,
  y: number,
  distribution: Distribution,
  show: (value: number) => string,
): readonly string[] {
  const [least, most] = distribution.axis
  const placeOf = (value: number) =>
    round(from + ((to - from) * (Math.min(most, Math.max(least, value)) - least)) / (most - least))
  const dots = spread.bins.flatMap((count, bin) => {
    const x = round(from + ((to - from) * (bin + 0.5)) / spreadBins)
    return count > 0 ? [dot(x, y + 15, toRadius(count, distribution), 'dot')] : []
  })
  const [q1, median, q3] = (spread.quartiles ?? []).map(placeOf)
  const isGiven = q1 !== undefined && median !== undefined && q3 !== undefined
  const numbers = spread.quartiles
    ? `n = ${toGrouped(spread.count)} · ${show(spread.quartiles[1])}`
    : `n = ${toGrouped(spread.count)}`
  return [
    stroke(from, y + 15, to, y + 15, 'rule'),
    ...(isGiven ? [box(q1, y + 3, round(q3 - q1), 24, 'tile')] : []),
    ...dots,
    ...(isGiven ? [stroke(median, y, median, y + 30, 'ink', 2)] : []),
    letter({ x: drawnWidth, y: y + 20, text: numbers, isEnd: true }),
  ]
}

/** The spread of an indicator over the reports of each year and level, as a drawing of its own. */
export function drawSpreads({ label, formula, unit }: Indicator, distribution: Distribution, locale: Locale): string {
  const { years, axis } = distribution
  const show = (value: number) => pick(locale, showFigure(value, unit))
  const rows = years.flatMap(({ year, all, levels }) =>
    [all, ...levels].map((spread, at) => ({ year: at === 0 ? `${year}` : '', spread })),
  )
  const shapes = rows.flatMap(({ year, spread }, at) => [
    letter({ x: 0, y: at * rowHeight + 20, text: year, isBold: true }),
    letter({ x: 60, y: at * rowHeight + 20, text: pick(locale, spread.label) }),
    ...drawSpread(spread, at * rowHeight, distribution, show),
  ])
  const ends = [
    letter({ x: from, y: rows.length * rowHeight + 14, text: show(axis[0]), size: 12, fill: 'soft' }),
    letter({ x: to, y: rows.length * rowHeight + 14, text: show(axis[1]), size: 12, fill: 'soft', isEnd: true }),
  ]
  const caption = {
    title: pick(locale, label),
    description: `${pick(locale, formula)} ${say(locale, 'spreadNote', { from: show(axis[0]), to: show(axis[1]) })}`,
    source: toSource('indicators.parquet', locale),
  }
  return toDrawing(caption, [...shapes, ...ends], rows.length * rowHeight + 24)
}
