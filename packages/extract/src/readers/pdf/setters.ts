import { multiply, toMatrix } from './matrix.ts'
import { type Pen, type State, toLightness, toPen } from './state.ts'

type Setter = (state: State, pen: Pen, numbers: readonly number[], args: readonly unknown[]) => void

const moveBy: Setter = (_, pen, [x = 0, y = 0]) => {
  pen.lineX += x
  pen.lineY += y
  pen.x = pen.lineX
  pen.y = pen.lineY
}

/** Steps that only change what is in force. */
export const setters: Readonly<Record<string, Setter>> = {
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
