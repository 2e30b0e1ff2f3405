import { limits, Unreadable } from '../../limits.ts'
import { applyToBox, isNumbers, type Matrix, multiply, toMatrix } from './matrix.ts'
import { type Box, type Fill, type Glyph, intersect, type PdfPage, type Picture, type Rule } from './page.ts'
import { boxOfPath, clipRule, rulesOfBox, rulesOfFrame, rulesOfStroke, type Subpath, toSubpaths } from './paths.ts'
import { setters } from './setters.ts'
import { type FontGlyph, showText } from './show-text.ts'
import { onPaper, type PdfFont, type Pen, type State, toPen, toState } from './state.ts'

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
  canvas.endPlace()
  return {
    width: painting.width,
    height: painting.height,
    glyphs: canvas.glyphs.filter(({ text }) => text.trim() !== ''),
    rules: canvas.rules,
    fills: canvas.fills,
    pictures: canvas.pictures,
  }
}

const strokes = new Set(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
const fills = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'])
/** Lines and areas this near to white are not seen. */
const white = 0.97
/** Height of the smallest picture, and thickness of the thickest line, in points. */
const leastPicture = 3
/** Steps that leave something on the page. */
const paints = /^(?:showText|constructPath|shadingFill|paint(?!Form).*)$/

class Canvas {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  readonly fills: Fill[] = []
  readonly pictures: Picture[] = []
  private readonly painting: Painting
  private state: State
  private readonly saved: State[] = []
  private readonly layers: boolean[] = []
  private pen: Pen = toPen()
  private isClipping = false
  private at = 0
  /** Places were moved, and nothing was painted since: the library passes over the picture that is painted there. */
  private isWaiting = false

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
    if (name === 'transform') this.isWaiting = true
    else if (paints.test(name)) this.isWaiting = false
    if (name === 'showText') this.show(args[0])
    else if (name === 'constructPath') this.drawPath(args)
    else if (name === 'paintSolidColorImageMask') this.fillBox(applyToBox(this.state.matrix, 0, 0, 1, 1))
    else if (name === 'paintImageXObject' || name === 'paintInlineImageXObject') this.addPicture()
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
    this.endPlace()
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

  /** Where nothing was painted at a place of its own, a picture stands there. */
  endPlace(): void {
    if (this.isWaiting) this.addPicture()
    this.isWaiting = false
  }

  /** A picture fills the square of one by one at its place; a thin one is a line. */
  private addPicture(): void {
    if (this.isHidden()) return
    const box = intersect(applyToBox(this.state.matrix, 0, 0, 1, 1), this.state.clip)
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0]
    if (Math.min(width, height) < 0 || Math.max(width, height) < leastPicture) return
    if (Math.min(width, height) <= leastPicture) this.addRules(rulesOfBox(box))
    else this.pictures.push({ ...box, at: this.at })
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
        if (fills.has(name)) this.fillParts(parts)
      }
      if (this.isClipping) this.state.clip = intersect(this.state.clip, boxOfPath(parts))
    }
    this.isClipping = false
  }

  /** Areas of one colour, or a frame; what is drawn as curves may be a sign. */
  private fillParts(parts: readonly Subpath[]): void {
    const isInk = onPaper(this.state.fill, this.state.fillAlpha) < white
    const [outer, inner] = parts.map((part) => boxOfPath([part]))
    const frame = parts.length === 2 && outer && inner ? rulesOfFrame(outer, inner) : undefined
    if (frame) {
      if (isInk) this.addRules(frame)
      return
    }
    for (const part of parts) this.fillBox(boxOfPath([part]))
    const curves = parts.filter(({ bent }) => bent.size > 0)
    if (curves.length === 0 || !isInk) return
    const box = intersect(boxOfPath(curves), this.state.clip)
    if (box.x1 - box.x0 > 1 && box.y1 - box.y0 > leastPicture) this.pictures.push({ ...box, at: this.at })
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
    if (this.rules.length + this.fills.length + this.pictures.length > limits.pdfRules)
      throw new Unreadable('limit_exceeded', `more than ${limits.pdfRules} lines are drawn on a page`)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPath = (data: unknown): data is Float32Array => data instanceof Float32Array || Array.isArray(data)
