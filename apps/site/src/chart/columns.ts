import type { Label } from '@gongkai/schema'
import type { Points } from './points.ts'
import type { Part } from './stack.ts'

/** Columns side by side, in groups, e.g. two numbers for each year. */
export interface Columns {
  /** What a group stands for. */
  readonly head: Part
  readonly series: readonly Part[]
  /** Numbers in the order of the series; null where there is no number, which draws nothing and says so. */
  readonly groups: readonly { readonly label: Label; readonly values: readonly (number | null)[] }[]
}

/** A column as drawn. */
export interface DrawnColumn {
  readonly series: number
  readonly value: number | null
  /** In percent of the width. */
  readonly x: number
  readonly width: number
  /** Middle of the column, in percent of the width. */
  readonly middle: number
  /** In pixels from the base line. */
  readonly height: number
}

/** A group as drawn. */
export interface DrawnGroup {
  readonly label: Label
  readonly middle: number
  readonly columns: readonly DrawnColumn[]
}

const round = (value: number): number => Math.round(value * 100) / 100
/** Share of a group's width that its columns take. */
const filled = 0.76

/** Places columns; the tallest has the given height in pixels. */
export function toDrawnGroups({ groups, series }: Columns, height: number): readonly DrawnGroup[] {
  const most = Math.max(0, ...groups.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const step = 100 / Math.max(1, groups.length)
  const width = (step * filled) / Math.max(1, series.length)
  return groups.map(({ label, values }, group) => {
    const start = group * step + (step * (1 - filled)) / 2
    return {
      label,
      middle: round((group + 0.5) * step),
      columns: values.map((value, index) => ({
        series: index,
        value,
        x: round(start + index * width),
        width: round(width * 0.9),
        middle: round(start + (index + 0.45) * width),
        height: most === 0 ? 0 : round((height * (value ?? 0)) / most),
      })),
    }
  })
}

/** The numbers of the columns as a table. */
export function toColumnPoints({ head, series, groups }: Columns): Points {
  return { columns: [head, ...series], rows: groups.map(({ label, values }) => [label, ...values]) }
}
