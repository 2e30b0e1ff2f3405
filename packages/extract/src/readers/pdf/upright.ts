import type { Box, PdfPage } from './page.ts'

/** Turns a page so that most of its text runs to the right, as a reader turns it. */
export function toUpright(page: PdfPage): PdfPage {
  const turns = [0, 0, 0, 0]
  for (const { turn } of page.glyphs) if (turn !== undefined) turns[turn] = (turns[turn] ?? 0) + 1
  const turn = turns.indexOf(Math.max(...turns))
  return turn === 0 ? page : turnBack(page, turn)
}

/** The page turned counter-clockwise by quarters. */
function turnBack(page: PdfPage, quarters: number): PdfPage {
  const { width, height } = page
  const isOnSide = quarters !== 2
  const turnBox = toTurnBox(page, quarters)
  return {
    width: isOnSide ? height : width,
    height: isOnSide ? width : height,
    glyphs: page.glyphs.map((glyph) => ({
      ...glyph,
      ...turnBox(glyph),
      turn: glyph.turn === undefined ? undefined : (glyph.turn - quarters + 4) % 4,
    })),
    fills: page.fills.map((fill) => ({ ...fill, ...turnBox(fill) })),
    pictures: page.pictures.map((picture) => ({ ...picture, ...turnBox(picture) })),
    rules: page.rules.map(({ isHorizontal, from, to, at }) => {
      const box = turnBox(isHorizontal ? { x0: from, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: from, y1: to })
      return isHorizontal === !isOnSide
        ? { isHorizontal: true, from: box.x0, to: box.x1, at: box.y0 }
        : { isHorizontal: false, from: box.y0, to: box.y1, at: box.x0 }
    }),
  }
}

function toTurnBox({ width, height }: PdfPage, quarters: number): (box: Box) => Box {
  if (quarters === 1) return ({ x0, x1, y0, y1 }) => ({ x0: y0, x1: y1, y0: width - x1, y1: width - x0 })
  if (quarters === 2)
    return ({ x0, x1, y0, y1 }) => ({ x0: width - x1, x1: width - x0, y0: height - y1, y1: height - y0 })
  return ({ x0, x1, y0, y1 }) => ({ x0: height - y1, x1: height - y0, y0: x0, y1: x1 })
}
