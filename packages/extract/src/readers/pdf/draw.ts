import { limits, Unreadable } from '../../limits.ts'
import { applyToBox, isNumbers, type Matrix, multiply, toMatrix } from './matrix.ts'
import { type Box, type Fill, type Glyph, intersect, type PdfPage, type Rule } from './page.ts'
import { boxOfPath, clipRule, rulesOfBox, rulesOfStroke, toSubpaths } from './paths.ts'
import { type FontGlyph, showText } from './show-text.ts'
import { onPaper, type PdfFont, type Pen, type State, toLightness, toPen, toState } from './state.ts'

/** What a page paints, one step after the other, by the names the library gives its steps. */
export interface Painting {
  readonly width: number
  readonly height: number
  readonly matrix: Matrix
  readonly steps: readonly { readonly name: string; readonly args: readonly unknown[] }[]
  /** Name of the step that a path ends with. */
  readonly nameOf: (kind: unknown) => string
  readonly fontOf: (id: string) => PdfFont | undefined
  /** Whether a layer is switched on. */
  readonly isShown: (layer: unknown) => boolean
  /** Text of a glyph of a font. */
  readonly toText: (glyph: FontGlyph, fontId: string) => string
}

/**
 * Paints a page into glyphs, lines and areas; nothing is decoded and nothing drawn.
 *
 * @throws {Unreadable} `limit_exceeded` at too many lines on the page
 */
export function drawPage(painting: Painting): PdfPage {
  const canvas = new Canvas(painting)
  for (const { name, args } of painting.steps) canvas.paint(name, args)
  return {
    width: painting.width,
    height: painting.height,
    glyphs: canvas.glyphs.filter(({ text }) => text.trim() !== ''),
    rules: canvas.rules,
    fills: canvas.fills,
  }
}

const strokes = new Set(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
const fills = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
/** Lines and areas this near to white are not seen. */
const white = 0.97

class Canvas {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  readonly fills: Fill[] = []
  private readonly painting: Painting
  private state: State
  private readonly saved: State[] = []
  private readonly layers: boolean[] = []
  private pen: Pen = toPen()
  private isClipping = false
  private at = 0

  constructor(painting: Painting) {
    this.painting = painting
    this.state = this.toFirstState()
  }

  private toFirstState(): State {
    const { width, height, matrix } = this.painting
    return toState(matrix, { x0: 0, y0: 0, x1: width, y1: height })
  }

  paint(name: string, args: readonly unknown[]): void {
    this.at++
    const numbers = args.map((one) => (typeof one === 'number' ? one : 0))
    if (name === 'showText') this.show(args[0])
    else if (name === 'constructPath') this.drawPath(args)
    else if (name === 'paintSolidColorImageMask') this.fillBox(applyToBox(this.state.matrix, 0, 0, 1, 1))
    else if (name === 'save' || name === 'beginGroup') this.save(args[0])
    else if (name === 'restore' || name === 'endGroup' || name === 'paintFormXObjectEnd') this.restore()
    else if (name === 'paintFormXObjectBegin') this.enterForm(args)
    else if (name === 'beginAnnotation') this.enterAnnotation(args)
    else if (name === 'endAnnotation') this.leaveAnnotation()
    else if (name === 'beginMarkedContentProps' || name === 'beginMarkedContent') this.enterLayer(args)
    else if (name === 'endMarkedContent') this.layers.pop()
    else if (name === 'clip' || name === 'eoClip') this.isClipping = true
    else if (name === 'setGState') this.setGraphics(args[0])
    else if (name === 'setFont') this.setFont(args[0], numbers[1] ?? 0)
    else setters[name]?.(this.state, this.pen, numbers, args)
  }

  /** A group of its own transparency is cut to its box, as far as it has one. */
  private save(group: unknown): void {
    this.saved.push({ ...this.state })
    if (!isObject(group)) return
    const { bbox, matrix } = group
    if (isNumbers(bbox)) this.cut(bbox, multiply(this.state.matrix, toMatrix(matrix)))
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  private cut(box: ArrayLike<number>, matrix: Matrix): void {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(box)
    this.state.clip = intersect(this.state.clip, applyToBox(matrix, x0, y0, x1, y1))
  }

  private enterForm([matrix, bbox]: readonly unknown[]): void {
    this.saved.push({ ...this.state })
    this.state.matrix = multiply(this.state.matrix, toMatrix(matrix))
    if (isNumbers(bbox)) this.cut(bbox, this.state.matrix)
  }

  /** Fields of forms and comments are painted on the page as it was at first. */
  private enterAnnotation([, box, transform, matrix]: readonly unknown[]): void {
    this.state = this.toFirstState()
    if (isNumbers(box)) this.cut(box, this.state.matrix)
    this.state.matrix = multiply(multiply(this.state.matrix, toMatrix(transform)), toMatrix(matrix))
  }

  private leaveAnnotation(): void {
    this.state = this.toFirstState()
    this.saved.length = 0
  }

  private enterLayer([tag, layer]: readonly unknown[]): void {
    this.layers.push(tag !== 'OC' || this.painting.isShown(layer))
  }

  private isHidden(): boolean {
    return this.layers.includes(false)
  }

  private setGraphics(settings: unknown): void {
    if (!Array.isArray(settings)) return
    for (const [name, value] of settings) {
      if (name === 'ca' && typeof value === 'number') this.state.fillAlpha = value
      else if (name === 'CA' && typeof value === 'number') this.state.strokeAlpha = value
      else if (name === 'BM') this.state.isOpaque = value === 'source-over'
      else if (name === 'Font' && Array.isArray(value)) this.setFont(value[0], Number(value[1]))
    }
  }

  private setFont(id: unknown, size: number): void {
    this.state.fontId = String(id)
    this.state.font = this.painting.fontOf(String(id))
    this.state.fontSize = size
  }

  private show(text: unknown): void {
    if (!Array.isArray(text)) return
    const toText = (glyph: FontGlyph) => this.painting.toText(glyph, this.state.fontId)
    const shown = showText(text, this.state, this.pen, { at: this.at, toText })
    if (!this.isHidden()) this.glyphs.push(...shown)
  }

  private drawPath([kind, data]: readonly unknown[]): void {
    const name = this.painting.nameOf(kind)
    const numbers = Array.isArray(data) ? data[0] : undefined
    if (isPath(numbers)) {
      const parts = toSubpaths(numbers, this.state.matrix)
      if (!this.isHidden()) {
        if (strokes.has(name) && onPaper(this.state.stroke, this.state.strokeAlpha) < white)
          this.addRules(rulesOfStroke(parts))
        if (fills.has(name)) for (const part of parts) this.fillBox(boxOfPath([part]))
      }
      if (this.isClipping) this.state.clip = intersect(this.state.clip, boxOfPath(parts))
    }
    this.isClipping = false
  }

  private fillBox(area: Box): void {
    if (this.isHidden()) return
    const box = intersect(area, this.state.clip)
    if (box.x1 < box.x0 || box.y1 < box.y0) return
    const lightness = onPaper(this.state.fill, this.state.fillAlpha)
    if (lightness < white) this.addRules(rulesOfBox(box))
    if (box.x1 - box.x0 > 4 && box.y1 - box.y0 > 4 && this.state.fillAlpha > 0.9 && this.state.isOpaque)
      this.fills.push({ ...box, lightness, at: this.at })
  }

  private addRules(rules: readonly Rule[]): void {
    for (const rule of rules) {
      const cut = clipRule(rule, this.state.clip)
      if (cut) this.rules.push(cut)
    }
    if (this.rules.length + this.fills.length > limits.pdfRules)
      throw new Unreadable('limit_exceeded', `more than ${limits.pdfRules} lines are drawn on a page`)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPath = (data: unknown): data is Float32Array => data instanceof Float32Array || Array.isArray(data)

type Setter = (state: State, pen: Pen, numbers: readonly number[], args: readonly unknown[]) => void

const moveBy: Setter = (_, pen, [x = 0, y = 0]) => {
  pen.lineX += x
  pen.lineY += y
  pen.x = pen.lineX
  pen.y = pen.lineY
}

/** Steps that only change what is in force. */
const setters: Readonly<Record<string, Setter>> = {
  transform: (state, _, __, args) => {
    state.matrix = multiply(state.matrix, toMatrix(args))
  },
  setFillRGBColor: (state, _, __, args) => {
    state.fill = toLightness(args)
  },
  setStrokeRGBColor: (state, _, __, args) => {
    state.stroke = toLightness(args)
  },
  setFillColorN: (state) => {
    state.fill = 0.5
  },
  setStrokeColorN: (state) => {
    state.stroke = 0.5
  },
  setFillTransparent: (state) => {
    state.fill = 1
  },
  setStrokeTransparent: (state) => {
    state.stroke = 1
  },
  setCharSpacing: (state, _, [spacing = 0]) => {
    state.charSpacing = spacing
  },
  setWordSpacing: (state, _, [spacing = 0]) => {
    state.wordSpacing = spacing
  },
  setHScale: (state, _, [scale = 100]) => {
    state.scale = scale / 100
  },
  setLeading: (state, _, [leading = 0]) => {
    state.leading = -leading
  },
  setTextRise: (state, _, [rise = 0]) => {
    state.rise = rise
  },
  setTextRenderingMode: (state, _, [mode = 0]) => {
    state.mode = mode
  },
  beginText: (_, pen) => {
    Object.assign(pen, toPen())
  },
  setTextMatrix: (_, pen, __, args) => {
    Object.assign(pen, toPen(toMatrix(args.length === 1 ? args[0] : args)))
  },
  moveText: moveBy,
  setLeadingMoveText: (state, pen, numbers, args) => {
    state.leading = numbers[1] ?? 0
    moveBy(state, pen, numbers, args)
  },
  nextLine: (state, pen, _, args) => moveBy(state, pen, [0, state.leading], args),
}
