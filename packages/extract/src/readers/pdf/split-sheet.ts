import { type Box, boxOf, middleOf, type PdfPage } from './page.ts'

/** How much wider than high a sheet is that holds two pages. */
const wide = 1.2
/** How far the gap between the pages reaches from the middle of the sheet at least, in parts of its width. */
const halfGap = 0.01
/** Part of the text that stands on either page at least. */
const leastShare = 0.15

/**
 * Two pages side by side on a sheet as pages of their own, the left one first. A wide table crosses the middle of its page;
 * between two pages nothing does.
 */
export function splitSheet(page: PdfPage): readonly PdfPage[] {
  if (page.width < wide * page.height || !hasGap(page)) return [page]
  const left = cut(page, (box) => middleOf(box)[0] < page.width / 2, 0)
  const right = cut(page, (box) => middleOf(box)[0] >= page.width / 2, page.width / 2)
  const least = leastShare * page.glyphs.length
  const isPair = left.glyphs.length > least && right.glyphs.length > least
  return isPair && isTall(left) && isTall(right) ? [left, right] : [page]
}

/** Whether nothing stands in a stripe around the middle of the sheet. */
function hasGap({ width, glyphs, rules, pictures }: PdfPage): boolean {
  const [from, to] = [(0.5 - halfGap) * width, (0.5 + halfGap) * width]
  const isFree = (start: number, end: number) => end < from || start > to
  return (
    [...glyphs, ...pictures].every(({ x0, x1 }) => isFree(x0, x1)) &&
    rules.every((rule) => (rule.isHorizontal ? isFree(rule.from, rule.to) : isFree(rule.at, rule.at)))
  )
}

/** Text of a page runs down most of it; two columns of a table do not. */
const isTall = ({ glyphs, height }: PdfPage): boolean => {
  const { y0, y1 } = boxOf(glyphs.flatMap((glyph) => [[glyph.x0, glyph.y0] as const, [glyph.x1, glyph.y1] as const]))
  return y1 - y0 > height / 3
}

function cut(page: PdfPage, isOwn: (box: Box) => boolean, from: number): PdfPage {
  const move = <T extends Box>(one: T): T => ({ ...one, x0: one.x0 - from, x1: one.x1 - from })
  const boxOfRule = ({ isHorizontal, from: start, to, at }: PdfPage['rules'][number]): Box =>
    isHorizontal ? { x0: start, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: start, y1: to }
  return {
    width: page.width / 2,
    height: page.height,
    glyphs: page.glyphs.filter(isOwn).map(move),
    fills: page.fills.filter(isOwn).map(move),
    pictures: page.pictures.filter(isOwn).map(move),
    rules: page.rules
      .filter((rule) => isOwn(boxOfRule(rule)))
      .map((rule) =>
        rule.isHorizontal ? { ...rule, from: rule.from - from, to: rule.to - from } : { ...rule, at: rule.at - from },
      ),
  }
}
