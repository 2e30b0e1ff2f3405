import type { Figure } from './figures.ts'
import { lazy } from './lazy.ts'
import { toWords } from './matching-text.ts'

/** A figure and the words around it, without spaces and with years written 本年, 上年 and 下年. */
export interface Frame {
  readonly figure: Figure
  /** Words since the last comma or figure. */
  readonly lead: string
  /** Words up to the next comma or figure. */
  readonly tail: string
  /** The sentence before the lead; few figures are asked for it. */
  readonly head: () => string
}

/** Longest stretch of words that is looked at on each side of a figure. */
const reach = { head: 160, lead: 60, tail: 40 } as const

/** Words that say nothing of what is counted; a lead of nothing else belongs to the clause before it. */
const empty =
  /^(?:合计|总计|累计|共|计|为|有|是|达到|达|约|其中|数量|总数|总量|均|都|仅|只|了|已|本年|全年|度|[：:、—-])*$/

/** The figures of a sentence with the words around them. */
export function toFrames(text: string, figures: readonly Figure[], year: number | null): readonly Frame[] {
  const frames: Frame[] = []
  let last = 0
  for (const [i, figure] of figures.entries()) {
    const { from, lead } = toLead(text, Math.max(last, figure.start - reach.lead), figure.start, year)
    const to = Math.min(figures[i + 1]?.start ?? text.length, figure.end + reach.tail)
    frames.push({
      figure,
      lead,
      tail: toWords(/^[^，,、。；;：:（）()]*/.exec(text.slice(figure.end, to))?.[0] ?? '', year),
      head: lazy(() => toWords(text.slice(Math.max(0, from - reach.head), from), year)),
    })
    last = figure.end
  }
  return spread(frames).map((frame) => ({ ...frame, lead: frame.lead.replace(/^[、和及与以]+/, '') }))
}

interface Lead {
  readonly from: number
  readonly lead: string
}

/** The clause before a figure; a clause without a word of its own takes in the one before. */
function toLead(text: string, least: number, figureStart: number, year: number | null): Lead {
  const leadFrom = (from: number): Lead => ({ from, lead: toWords(text.slice(from, figureStart), year) })
  let start = figureStart
  for (let clauses = 0; clauses < 3; clauses++) {
    const boundary = lastBoundary(text, least, start - 1)
    // The words between the last figure and its comma are that figure's own: 40件予以公开，15件部分公开.
    if (boundary < 0) return leadFrom(clauses > 0 && least > 0 ? start : least)
    const clause = leadFrom(boundary + 1)
    if (!empty.test(clause.lead)) return clause
    start = boundary
  }
  return leadFrom(start)
}

function lastBoundary(text: string, least: number, before: number): number {
  for (let i = before; i >= least; i--) if ('，,；;（(）)。'.includes(text[i] ?? '')) return i
  return -1
}

/** Gives the figures of 分别为 one item of the list each; figures that do not match the list are left out. */
function spread(frames: readonly Frame[]): readonly Frame[] {
  const made: Frame[] = []
  for (let i = 0; i < frames.length; i++) {
    const frame = frames[i]
    if (!frame) break
    if (!/分别[^#]{0,4}$/.test(frame.lead)) {
      made.push(frame)
      continue
    }
    const items = frame.lead.replace(/分别.*$/, '').split(/[、和与及]/)
    let run = 1
    while (/^[、和与及以]{1,2}$/.test(frames[i + run]?.lead ?? '')) run++
    const own = frames.slice(i, i + run)
    const head = () => frame.head() + frame.lead
    if (items.length === run) made.push(...own.map((one, n) => ({ ...one, lead: items[n] ?? '', tail: '', head })))
    i += run - 1
  }
  return made
}
