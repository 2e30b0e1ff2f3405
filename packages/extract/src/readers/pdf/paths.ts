import { apply, type Matrix } from './matrix.ts'
import { type Box, boxOf, type Rule } from './page.ts'

type Point = readonly [number, number]

/** A part of a path: its corners, and whether it is only made of straight pieces. */
export interface Subpath {
  readonly points: Point[]
  /** Numbers of the points that a curve leads to. */
  readonly bent: Set<number>
}

/** Numbers behind each command of a path: move, line, curve, quadratic curve, close. */
const lengths = [2, 2, 6, 4, 0] as const

/** The parts of a path, on the page. Of curves only the ends are kept. */
export function toSubpaths(data: ArrayLike<number>, matrix: Matrix): readonly Subpath[] {
  const parts: Subpath[] = []
  for (let at = 0; at < data.length; ) {
    const command = data[at] ?? -1
    const length = lengths[command]
    if (length === undefined) break
    const part = parts.at(-1)
    if (command === 4) {
      const first = part?.points[0]
      if (part && first) part.points.push(first)
    } else {
      const point = apply(matrix, data[at + length - 1] ?? 0, data[at + length] ?? 0)
      if (command === 0 || !part) parts.push({ points: [point], bent: new Set() })
      else {
        if (command > 1) part.bent.add(part.points.length)
        part.points.push(point)
      }
    }
    at += 1 + length
  }
  return parts
}

export const boxOfPath = (parts: readonly Subpath[]): Box => boxOf(parts.flatMap(({ points }) => points))

/** How far from an axis a stroke may lean, in points. */
const lean = 1.2
/** Thickest filled area that is a line, in points. */
const thickest = 3

/** The pieces of a stroked path that run along an axis. */
export function rulesOfStroke(parts: readonly Subpath[]): readonly Rule[] {
  const rules: Rule[] = []
  for (const { points, bent } of parts) {
    for (let i = 1; i < points.length; i++) {
      const rule = bent.has(i) ? undefined : toRule(points[i - 1], points[i])
      if (rule) rules.push(rule)
    }
  }
  return rules
}

function toRule(start: Point | undefined, end: Point | undefined): Rule | undefined {
  if (!start || !end) return undefined
  const [width, height] = [Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])]
  if (height <= lean && width > height) {
    const [from, to] = [Math.min(start[0], end[0]), Math.max(start[0], end[0])]
    return { isHorizontal: true, from, to, at: (start[1] + end[1]) / 2 }
  }
  if (width > lean || height <= width) return undefined
  const [from, to] = [Math.min(start[1], end[1]), Math.max(start[1], end[1])]
  return { isHorizontal: false, from, to, at: (start[0] + end[0]) / 2 }
}

/** A filled box as a line along its length; a dot, as dotted lines are made of, lies in both. */
export function rulesOfBox({ x0, y0, x1, y1 }: Box): readonly Rule[] {
  const [width, height] = [x1 - x0, y1 - y0]
  const rules: Rule[] = []
  if (height <= thickest && width >= 0.9 * height)
    rules.push({ isHorizontal: true, from: x0, to: x1, at: (y0 + y1) / 2 })
  if (width <= thickest && height >= 0.9 * width)
    rules.push({ isHorizontal: false, from: y0, to: y1, at: (x0 + x1) / 2 })
  return rules
}

/** The lines of a frame, which is filled between one box and another inside of it; undefined where two boxes are none. */
export function rulesOfFrame(outer: Box, inner: Box): readonly Rule[] | undefined {
  const sides = [inner.x0 - outer.x0, outer.x1 - inner.x1, inner.y0 - outer.y0, outer.y1 - inner.y1]
  if (sides.some((side) => side < 0 || side > thickest)) return undefined
  const [x0, x1] = [(outer.x0 + inner.x0) / 2, (outer.x1 + inner.x1) / 2]
  const [y0, y1] = [(outer.y0 + inner.y0) / 2, (outer.y1 + inner.y1) / 2]
  return [
    ...[y0, y1].map((at) => ({ isHorizontal: true, from: x0, to: x1, at })),
    ...[x0, x1].map((at) => ({ isHorizontal: false, from: y0, to: y1, at })),
  ]
}

/** The part of a rule inside a box. */
export function clipRule(rule: Rule, clip: Box): Rule | undefined {
  const [low, high, near, far] = rule.isHorizontal
    ? [clip.x0, clip.x1, clip.y0, clip.y1]
    : [clip.y0, clip.y1, clip.x0, clip.x1]
  const [from, to] = [Math.max(rule.from, low), Math.min(rule.to, high)]
  return to >= from && rule.at >= near - 1 && rule.at <= far + 1 ? { ...rule, from, to } : undefined
}
