import { trace } from '../../text/trace.ts'
import { areaOf, type Fill, type Glyph, isInside, middleOf, type PdfPage, type Rule } from './page.ts'

/**
 * Takes off a page what nobody sees on it, so that no later step has to ask: text without ink or of the colour below it,
 * covered text, watermarks, struck-out text, copies printed for boldness. A digit that is taken out leaves a sign in its
 * place, so that the cell it stood in is never taken for blank; a layer of text behind a picture leaves nothing.
 */
export function keepShown(page: PdfPage): PdfPage {
  const backgrounds = toBands(page.fills)
  const isMark = findMarks(page)
  const seen = page.glyphs.filter((glyph) => isOnPage(glyph, page) && glyph.turn !== undefined && !isMark(glyph))
  const cover = findCover(page)
  const isBelow = ({ isUnpainted, at }: Glyph) => isUnpainted || at < cover
  const isPicture = seen.filter(isBelow).length * 2 > seen.length
  const { struck, rules } = findStruck(seen, page.rules)
  const isShown = (glyph: Glyph) => glyph.at >= cover && !struck.has(glyph) && !isUnseen(glyph, backgrounds)
  const hidden = new Set(seen.filter((glyph) => !isShown(glyph)))
  if (hidden.size === 0) return { ...page, glyphs: dropCopies(seen), rules }
  // What is seen goes first, so that the shadow below a number is its copy.
  const kept = new Set(dropCopies([...seen.filter((glyph) => !hidden.has(glyph)), ...hidden]))
  const glyphs = seen.flatMap((glyph) => {
    if (!kept.has(glyph)) return []
    if (!hidden.has(glyph)) return [glyph]
    return isPicture || !/\d/.test(glyph.text) ? [] : [{ ...glyph, text: trace, isUnpainted: true }]
  })
  return { ...page, glyphs, rules }
}

/** Part of a page that a scan covers, and lines that a page has at least whose tables are drawn. */
const whole = 0.8
const fewestRules = 4

/** Place in painting of a picture that covers the page; the text below it is what a program found in the picture. */
function findCover({ width, height, pictures, rules }: PdfPage): number {
  if (rules.length >= fewestRules) return Number.NEGATIVE_INFINITY
  const covering = pictures.filter((picture) => areaOf(picture) > whole * width * height)
  return Math.max(...covering.map(({ at }) => at))
}

const isOnPage = (glyph: Glyph, { width, height }: PdfPage): boolean =>
  isInside(...middleOf(glyph), { x0: 0, y0: 0, x1: width, y1: height })

/** Pale type lies behind the text where it is much larger than that, or printed again and again. */
const pale = 0.6
const large = 2.2
const often = 3
/** Characters of a text that is no number of a cell. */
const long = 4

/** Finds the glyphs of watermarks that stand upright. */
function findMarks(page: PdfPage): (glyph: Glyph) => boolean {
  const usual = usualSize(page)
  const runs = toRuns(page.glyphs.filter(({ lightness }) => lightness > pale))
  const texts = Map.groupBy(runs, (run) => run.map(({ text }) => text).join(''))
  const tiled = new Set(
    [...texts].flatMap(([text, own]) => (text.length >= long && own.length >= often ? own : [])).flat(),
  )
  return (glyph) => glyph.lightness > pale && (glyph.size > large * usual || tiled.has(glyph))
}

/** Glyphs in the order of painting, parted where the next one stands elsewhere. */
function toRuns(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = []
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1)
    const isNext = last && Math.abs(last.y1 - glyph.y1) < 0.3 * glyph.size && Math.abs(glyph.x0 - last.x1) < glyph.size
    if (isNext) runs.at(-1)?.push(glyph)
    else runs.push([glyph])
  }
  return runs
}

/** The size of type in the middle of all sizes of a page. */
function usualSize({ glyphs }: PdfPage): number {
  const sorted = glyphs.map(({ size }) => size).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Smallest type that anybody reads, in points. */
const smallest = 1.5
/** Least difference of lightness between text and what is below it. */
const leastContrast = 0.04

function isUnseen(glyph: Glyph, fillsAt: (y: number) => readonly Fill[]): boolean {
  if (glyph.isUnpainted || glyph.size < smallest) return true
  const [x, y] = middleOf(glyph)
  const below = fillsAt(y).filter((fill) => isInside(x, y, fill))
  if (below.some(({ at }) => at > glyph.at)) return true
  const background = below.at(-1)?.lightness ?? 1
  return Math.abs(background - glyph.lightness) < leastContrast
}

const band = 40

/** Areas by the height at which they lie, each list in the order of painting. */
function toBands(fills: readonly Fill[]): (y: number) => readonly Fill[] {
  const bands = new Map<number, Fill[]>()
  for (const fill of fills) {
    for (let i = Math.floor(fill.y0 / band); i <= Math.floor(fill.y1 / band); i++) {
      const list = bands.get(i)
      if (list) list.push(fill)
      else bands.set(i, [fill])
    }
  }
  return (y) => bands.get(Math.floor(y / band)) ?? []
}

/** Text that lines are drawn through, and the lines that are left. */
function findStruck(glyphs: readonly Glyph[], rules: readonly Rule[]) {
  const struck = new Set<Glyph>()
  const near = Map.groupBy(glyphs, ({ y1 }) => Math.floor(y1 / band))
  const left = rules.filter((rule) => {
    if (!rule.isHorizontal) return true
    const row = Math.floor(rule.at / band)
    // The baseline lies below the line, by less than a band for all but the largest type.
    const hit = [row, row + 1, row + 2].flatMap((at) => near.get(at)?.filter((glyph) => isThrough(rule, glyph)) ?? [])
    const [first] = hit
    if (!first) return true
    const length = Math.max(...hit.map(({ x1 }) => x1)) - Math.min(...hit.map(({ x0 }) => x0))
    const isStrike = rule.to - rule.from <= length + first.size
    if (isStrike) for (const glyph of hit) struck.add(glyph)
    return !isStrike
  })
  return { struck, rules: left }
}

function isThrough({ at, from, to }: Rule, { x0, x1, y1, size, turn }: Glyph): boolean {
  if (turn !== 0 || at >= y1 - 0.15 * size || at <= y1 - 0.6 * size) return false
  const middle = (x0 + x1) / 2
  return from <= middle && to >= middle
}

/** Side of the squares in which copies are looked for, in points; no copy lies farther away. */
const square = 8
/** More than there are squares beside each other on any page. */
const columnCount = 10_000

/** The same glyph printed again nearly at the same place is one. */
function dropCopies(glyphs: readonly Glyph[]): readonly Glyph[] {
  const places = new Map<number, Glyph[]>()
  return glyphs.filter((glyph) => {
    const [x, y] = middleOf(glyph)
    const reach = Math.min(square, 0.25 * glyph.size)
    const [left, right] = [Math.floor((x - reach) / square), Math.floor((x + reach) / square)]
    const [top, bottom] = [Math.floor((y - reach) / square), Math.floor((y + reach) / square)]
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const others = places.get(row * columnCount + column) ?? []
        if (others.some((other) => other.text === glyph.text && isNear(middleOf(other), x, y, reach))) return false
      }
    }
    const own = Math.floor(y / square) * columnCount + Math.floor(x / square)
    const list = places.get(own)
    if (list) list.push(glyph)
    else places.set(own, [glyph])
    return true
  })
}

const isNear = ([a, b]: readonly [number, number], x: number, y: number, reach: number): boolean =>
  Math.abs(a - x) < reach && Math.abs(b - y) < reach
