/** A box on a page, in points from its upper left corner. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A printed character: its box stands on the baseline, `y1`. */
export interface Glyph extends Box {
  readonly text: string
  /** Height of the type, in points. */
  readonly size: number
  /** Quarter turns clockwise from a line that runs to the right; undefined where it is slanted. */
  readonly turn: number | undefined
  /** Set from top to bottom by a font made for it. */
  readonly isVertical: boolean
  /** Place in the order of painting, shared with fills. */
  readonly at: number
  /** Painted with no ink, or outside what is cut free for painting; later, whatever is not seen. */
  readonly isUnpainted: boolean
  /** From 0 for black to 1 for white, the page shining through what is transparent. */
  readonly lightness: number
}

/** A horizontal or vertical line: it runs from `from` to `to` at `at`. */
export interface Rule {
  readonly isHorizontal: boolean
  readonly from: number
  readonly to: number
  readonly at: number
}

/** An area of one colour. */
export interface Fill extends Box {
  readonly lightness: number
  readonly at: number
}

/** An area that a picture, or a sign drawn as curves, covers: what it shows is not known. */
export interface Picture extends Box {
  readonly at: number
}

/** A page as it is painted: all that the steps after `open` know of a PDF. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  readonly fills: readonly Fill[]
  readonly pictures: readonly Picture[]
}

export const middleOf = ({ x0, x1, y0, y1 }: Box): readonly [number, number] => [(x0 + x1) / 2, (y0 + y1) / 2]

export const areaOf = ({ x0, x1, y0, y1 }: Box): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0)

export const isInside = (x: number, y: number, box: Box): boolean =>
  x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1

/** The smallest box around points. */
export function boxOf(points: readonly (readonly [number, number])[]): Box {
  const box = { x0: Number.POSITIVE_INFINITY, y0: Number.POSITIVE_INFINITY, x1: -Infinity, y1: -Infinity }
  for (const [x, y] of points) {
    if (x < box.x0) box.x0 = x
    if (x > box.x1) box.x1 = x
    if (y < box.y0) box.y0 = y
    if (y > box.y1) box.y1 = y
  }
  return box
}

export const intersect = (a: Box, b: Box): Box => ({
  x0: Math.max(a.x0, b.x0),
  y0: Math.max(a.y0, b.y0),
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
})
