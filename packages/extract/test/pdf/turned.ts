import type { Box, PdfPage } from '../../src/readers/pdf/page.ts'

/** A page turned clockwise by quarters, as a scanner or a wide table leaves it. */
export function upTurn(page: PdfPage, quarters: number): PdfPage {
  return quarters === 0 ? page : upTurn(turnOnce(page), quarters - 1)
}

function turnOnce(page: PdfPage): PdfPage {
  const turn = ({ x0, x1, y0, y1 }: Box): Box => ({ x0: page.height - y1, x1: page.height - y0, y0: x0, y1: x1 })
  return {
    width: page.height,
    height: page.width,
    glyphs: page.glyphs.map((glyph) => ({
      ...glyph,
      ...turn(glyph),
      turn: glyph.turn === undefined ? undefined : (glyph.turn + 1) % 4,
    })),
    fills: page.fills.map((fill) => ({ ...fill, ...turn(fill) })),
    pictures: page.pictures.map((picture) => ({ ...picture, ...turn(picture) })),
    rules: page.rules.map(({ isHorizontal, from, to, at }) =>
      isHorizontal
        ? { isHorizontal: false, from, to, at: page.height - at }
        : { isHorizontal: true, from: page.height - to, to: page.height - from, at },
    ),
  }
}
