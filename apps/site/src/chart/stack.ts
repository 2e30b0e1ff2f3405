import type { Label } from '@gongkai/schema'
import type { Points } from './points.ts'

/** A part of a bar: what is counted. */
export interface Part {
  readonly name: string
  readonly label: Label
}

/** One bar: a row of numbers in the order of the parts. */
export interface Bar {
  readonly label: Label
  readonly values: readonly number[]
  /** Path of the page that lists what each number counts. */
  readonly paths?: readonly string[]
}

/** Bars that each fill the width, cut into the same parts. */
export interface Stack {
  /** What a bar stands for. */
  readonly head: Part
  readonly parts: readonly Part[]
  readonly bars: readonly Bar[]
}

/** A rectangle of a bar. */
export interface Segment {
  /** Which part, from 0; decides the pattern. */
  readonly part: number
  /** In percent of the width. */
  readonly x: number
  readonly width: number
}

/** Rounds to hundredths: enough for a screen, and the same on every machine. */
const round = (value: number): number => Math.round(value * 100) / 100

/** Cuts a bar into its parts; a part of 0 has no rectangle, a bar of nothing none at all. */
export function toSegments(values: readonly number[]): readonly Segment[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  let before = 0
  return values.flatMap((value, part) => {
    const x = before
    before += value
    return value === 0 ? [] : [{ part, x: round((100 * x) / total), width: round((100 * value) / total) }]
  })
}

/** The numbers of the bars as a table. */
export function toStackPoints({ head, parts, bars }: Stack): Points {
  return {
    columns: [head, ...parts],
    rows: bars.map(({ label, values }) => [label, ...values]),
    paths: bars.map(({ values, paths = [] }) => [
      undefined,
      ...values.map((value, at) => (value > 0 ? paths[at] : undefined)),
    ]),
  }
}

/** The finding of a chart and one sentence on it. */
export interface Finding {
  readonly title: string
  readonly sentence: string
}

/** Sum of one part over all bars. */
export const totalOf = ({ parts, bars }: Stack, name: string): number => {
  const index = parts.findIndex((part) => part.name === name)
  return bars.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)
}

/** Sum of every part of every bar. */
export const everything = ({ bars }: Stack): number =>
  bars.flatMap(({ values }) => values).reduce((sum, value) => sum + value, 0)
