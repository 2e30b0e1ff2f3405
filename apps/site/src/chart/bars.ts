import type { Label } from '@gongkai/schema'
import type { Points } from './points.ts'
import type { Part } from './stack.ts'

/** Bars below one another, in groups, e.g. two numbers for each year. */
export interface Bars {
  /** What a group stands for. */
  readonly head: Part
  readonly series: readonly Part[]
  /** Numbers in the order of the series; null where there is no number, which draws nothing and says so. */
  readonly groups: readonly { readonly label: Label; readonly values: readonly (number | null)[] }[]
}

/** A bar as drawn. */
export interface DrawnBar {
  readonly series: number
  readonly value: number | null
  /** Upper edge, in pixels. */
  readonly y: number
  /** In percent of the width. */
  readonly width: number
}

/** A group as drawn. */
export interface DrawnGroup {
  readonly label: Label
  /** Middle of its bars, in pixels. */
  readonly middle: number
  readonly bars: readonly DrawnBar[]
}

/** Height of a bar with the space below it, and space between groups, in pixels. */
export const barStep = 24
const groupGap = 12
/** Share of the width that the longest bar takes; its number stands behind it. */
const longest = 80

const round = (value: number): number => Math.round(value * 100) / 100

/** Places bars; their lengths share one scale. */
export function toDrawnGroups({ groups, series }: Bars): readonly DrawnGroup[] {
  const most = Math.max(0, ...groups.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const groupHeight = series.length * barStep + groupGap
  return groups.map(({ label, values }, group) => ({
    label,
    middle: group * groupHeight + (series.length * barStep) / 2,
    bars: values.map((value, index) => ({
      series: index,
      value,
      y: group * groupHeight + index * barStep,
      width: most === 0 ? 0 : round((longest * (value ?? 0)) / most),
    })),
  }))
}

/** Height of the drawing, in pixels. */
export const toHeight = ({ groups, series }: Bars): number => groups.length * (series.length * barStep + groupGap)

/** The numbers of the bars as a table. */
export function toBarPoints({ head, series, groups }: Bars): Points {
  return { columns: [head, ...series], rows: groups.map(({ label, values }) => [label, ...values]) }
}
