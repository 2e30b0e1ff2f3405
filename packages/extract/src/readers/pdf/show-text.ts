import { applyToBox, type Matrix, multiply } from './matrix.ts'
import { type Box, type Glyph, isInside, middleOf } from './page.ts'
import { onPaper, type PdfFont, type Pen, type State } from './state.ts'

/** A glyph as the library gives it. */
export interface FontGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
  readonly originalCharCode?: number
}

/** Height of a Han character over its baseline, in parts of the size. */
const ascent = 0.8

/**
 * Paints one piece of text: its glyphs with their places on the page; the pen moves on.
 *
 * @param text glyphs, and numbers that push the next one back by thousandths of the size
 */
export function showText(
  text: readonly (FontGlyph | number | null)[],
  state: State,
  pen: Pen,
  place: { readonly at: number; readonly toText: (glyph: FontGlyph) => string },
): readonly Glyph[] {
  const { font } = state
  if (!font || state.fontSize === 0) return []
  const setting = toSetting(font, state, pen)
  const shown: Glyph[] = []
  let gone = 0
  for (const one of text) {
    if (typeof one === 'number') gone += ((setting.isVertical ? 1 : -1) * one * setting.size) / 1000
    if (one === null || typeof one === 'number') continue
    const { box, advance } = setGlyph(one, gone, setting, state, pen)
    shown.push(toGlyph(place.toText(one), box, setting, state, place.at))
    gone += advance
  }
  if (setting.isVertical) pen.y -= gone
  else pen.x += gone * state.scale * setting.direction
  return shown
}

interface Setting {
  readonly isVertical: boolean
  readonly size: number
  readonly direction: number
  /** Size of one unit of the font. */
  readonly unit: number
  readonly matrix: Matrix
  readonly metrics: readonly number[]
  readonly turn: number | undefined
}

function toSetting(font: PdfFont, state: State, pen: Pen): Setting {
  const matrix = multiply(state.matrix, pen.matrix)
  const size = Math.abs(state.fontSize)
  return {
    isVertical: font.vertical === true,
    size,
    direction: state.fontSize < 0 ? -1 : 1,
    unit: size * (font.fontMatrix?.[0] ?? 0.001),
    matrix,
    metrics: font.defaultVMetrics ?? [-1000, 500, 880],
    turn: toTurn(matrix),
  }
}

function setGlyph(glyph: FontGlyph, gone: number, setting: Setting, state: State, pen: Pen) {
  const { isVertical, unit, direction, size, matrix } = setting
  const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing
  const metrics = glyph.vmetric ?? setting.metrics
  const length = isVertical ? -(metrics[0] ?? -1000) : glyph.width
  const advance = length * unit + (isVertical ? -spacing : spacing) * direction
  const side = glyph.vmetric ? (metrics[1] ?? 0) : glyph.width / 2
  const x = isVertical ? pen.x - side * unit : pen.x + gone * state.scale * direction
  const y = pen.y + state.rise - (isVertical ? gone + (metrics[2] ?? 880) * unit : 0)
  const width = glyph.width * unit * (isVertical ? 1 : state.scale * direction)
  return { box: applyToBox(matrix, x, y, x + width, y + size * ascent), advance }
}

/** Quarter turns of the text's direction on the page; undefined where it leans. */
function toTurn([a, b, c, d]: Matrix): number | undefined {
  const [x, y] = a === 0 && b === 0 ? [-d, c] : [a, b]
  const [small, large] = [Math.min(Math.abs(x), Math.abs(y)), Math.max(Math.abs(x), Math.abs(y))]
  if (small > 0.1 * large) return undefined
  if (Math.abs(x) >= Math.abs(y)) return x >= 0 ? 0 : 2
  return y > 0 ? 1 : 3
}

function toGlyph(text: string, box: Box, { turn, isVertical }: Setting, state: State, at: number): Glyph {
  const [x, y] = middleOf(box)
  const isTurned = turn === 1 || turn === 3
  const height = isTurned ? box.x1 - box.x0 : box.y1 - box.y0
  const isStroked = state.mode === 1 || state.mode === 5
  const [color, alpha] = isStroked ? [state.stroke, state.strokeAlpha] : [state.fill, state.fillAlpha]
  return {
    ...box,
    text,
    size: height / ascent,
    turn,
    isVertical,
    at,
    isUnpainted: state.mode === 3 || state.mode === 7 || !isInside(x, y, state.clip),
    lightness: onPaper(color, alpha),
  }
}
