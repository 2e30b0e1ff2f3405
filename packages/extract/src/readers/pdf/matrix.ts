import { type Box, boxOf } from './page.ts'

/** A transformation of the plane as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that does `inner` first. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/** The box around a transformed rectangle. */
export const applyToBox = (matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box =>
  boxOf([apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x0, y1), apply(matrix, x1, y1)])

/** A matrix out of a list of numbers; the identity where it is none. */
export function toMatrix(list: unknown): Matrix {
  const numbers = isNumbers(list) ? Array.from(list) : []
  const [a, b, c, d, e, f] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined) return identity
  return [a, b, c, d, e ?? 0, f ?? 0]
}

/** Whether a value is a list of numbers, of whichever kind of array. */
export const isNumbers = (list: unknown): list is ArrayLike<number> & Iterable<number> =>
  (Array.isArray(list) || ArrayBuffer.isView(list)) &&
  Array.from(list as ArrayLike<unknown>).every((one) => typeof one === 'number')
