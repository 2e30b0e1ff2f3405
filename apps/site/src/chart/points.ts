import type { Label } from '@gongkai/schema'
import { toCsv } from '../text/csv.ts'

/** A column of the points of a chart; text columns lead. */
export interface PointColumn {
  /** English name, as in the CSV. */
  readonly name: string
  readonly label: Label
}

/** What a chart shows, as a table: the chart, its table and its download are all made from it. */
export interface Points {
  readonly columns: readonly PointColumn[]
  /** Cells in the order of the columns; null where there is no number. A label is written in the page's language. */
  readonly rows: readonly (readonly (string | number | Label | null)[])[]
  /** Path of the page that lists what a number counts, in the places of the cells. */
  readonly paths?: readonly (readonly (string | undefined)[])[]
}

/**
 * Address that holds the points themselves as CSV, so that a chart needs no file beside the page.
 *
 * Labels are written in English, as the column names are.
 */
export function toCsvAddress({ columns, rows }: Points): string {
  const plain = rows.map((row) => row.map((value) => (value !== null && typeof value === 'object' ? value.en : value)))
  const names = columns.map(({ name }) => name)
  return `data:text/csv;charset=utf-8,${encodeURIComponent(toCsv(names, plain))}`
}
