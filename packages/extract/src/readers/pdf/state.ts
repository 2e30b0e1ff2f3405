import { identity, type Matrix } from './matrix.ts'
import type { Box } from './page.ts'

/** What a font tells of itself, as far as places of glyphs depend on it. */
export interface PdfFont {
  readonly vertical?: boolean
  readonly fontMatrix?: readonly number[]
  readonly defaultVMetrics?: readonly number[]
  /** Its codes have more than one byte each. */
  readonly composite?: boolean
}

/** What is in force while a page is painted. */
export interface State {
  matrix: Matrix
  clip: Box
  /** Lightness of what is filled, from 0 for black to 1 for white. */
  fill: number
  stroke: number
  fillAlpha: number
  strokeAlpha: number
  /** What is painted hides what lies below; a marker pen lets it shine through. */
  isOpaque: boolean
  font: PdfFont | undefined
  fontId: string
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** Width of text over its natural width. */
  scale: number
  leading: number
  rise: number
  /** 3 and 7 paint nothing. */
  mode: number
}

export const toState = (matrix: Matrix, clip: Box): State => ({
  matrix,
  clip,
  fill: 0,
  stroke: 0,
  fillAlpha: 1,
  strokeAlpha: 1,
  isOpaque: true,
  font: undefined,
  fontId: '',
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
})

/** Where the next text goes. */
export interface Pen {
  matrix: Matrix
  lineX: number
  lineY: number
  x: number
  y: number
}

export const toPen = (matrix: Matrix = identity): Pen => ({ matrix, lineX: 0, lineY: 0, x: 0, y: 0 })

/** How light a colour is, from 0 to 1: `#rrggbb`, or three numbers up to 255. Patterns count as grey. */
export function toLightness(args: readonly unknown[]): number {
  const [first] = args
  const hex = typeof first === 'string' ? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(first) : null
  const parts = hex ? hex.slice(1).map((one) => Number.parseInt(one, 16)) : args.slice(0, 3)
  const [red, green, blue] = parts
  if (typeof red !== 'number' || typeof green !== 'number' || typeof blue !== 'number') return 0.5
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

/** Lightness on white paper of a colour that lets it shine through. */
export const onPaper = (lightness: number, alpha: number): number => 1 - (1 - lightness) * Math.max(0, alpha)
