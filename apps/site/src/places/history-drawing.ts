import { type OutcomeGroup, outcomeGroups } from '@gongkai/schema'
import { box, type Caption, drawnWidth, letter, toDrawing } from '../chart/drawing.ts'
import { toGrouped } from '../words/format.ts'
import { type Locale, pick } from '../words/locale.ts'
import { say } from '../words/messages.ts'
import { toSource } from '../words/source.ts'
import {
  describeGaps,
  describeHistory,
  type History,
  type HistoryYear,
  showDisclosed,
  toHistorySegments,
} from './history.ts'

const groups = Object.keys(outcomeGroups) as readonly OutcomeGroup[]
/** Where a bar begins and ends; year to its left, numbers to its right. */
const [from, to] = [56, 560]
const [rowHeight, lineHeight, keyHeight] = [30, 18, 50]

function drawKey(locale: Locale): readonly string[] {
  const step = drawnWidth / groups.length
  const heading = `${say(locale, 'results')} · ${say(locale, 'disclosed')}`
  const key = groups.flatMap((group, at) => [
    box(at * step, 0, 14, 14, group),
    letter({ x: at * step + 20, y: 12, text: pick(locale, outcomeGroups[group]), size: 12 }),
  ])
  return [...key, letter({ x: drawnWidth, y: keyHeight - 6, text: heading, size: 12, fill: 'soft', isEnd: true })]
}

function drawBar(item: HistoryYear, y: number, most: number, locale: Locale): readonly string[] {
  const year = letter({ x: 0, y: y + 15, text: `${item.year}` })
  if (!item.totals) {
    return [
      year,
      box(from, y, to - from, 20, 'few', true),
      letter({ x: from + 8, y: y + 15, text: say(locale, 'notHeld'), fill: 'soft', size: 12 }),
    ]
  }
  const bars = toHistorySegments(item, most).map(({ group, x, width }) => {
    const scale = (to - from) / 100
    return box(Math.round(from + scale * x), y, Math.max(1, Math.round(scale * width) - 1), 20, group)
  })
  const sum = item.sum === null ? say(locale, 'unread') : toGrouped(item.sum)
  const numbers = `${sum} · ${pick(locale, showDisclosed(item))}`
  return [year, ...bars, letter({ x: drawnWidth, y: y + 15, text: numbers, isEnd: true })]
}

/** The results of an agency, year by year, as a drawing of its own. */
export function drawHistory(history: History, name: string, locale: Locale): string {
  const shapes = [...drawKey(locale)]
  let y = keyHeight
  const write = (text: string) => {
    shapes.push(letter({ x: from, y: y + 12, text, size: 12, fill: 'soft' }))
    y += lineHeight
  }
  for (const item of history.years) {
    for (const said of item.breaks) write(`— ${pick(locale, said)}`)
    shapes.push(...drawBar(item, y, history.most, locale))
    y += rowHeight
    for (const said of item.jumps) write(`▲ ${pick(locale, said)}`)
  }
  const caption: Caption = {
    title: name,
    description: `${pick(locale, describeHistory(history))} ${pick(locale, describeGaps(history))}`,
    source: toSource('outcomes.parquet', locale),
  }
  return toDrawing(caption, shapes, y)
}
