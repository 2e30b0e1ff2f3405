import type { Box } from './page.ts'

/** A cell of a grid: its place, spans and box. */
export interface GridCell extends Box {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** A table as its lines draw it. */
export interface Grid extends Box {
  /** Edges of the columns, one more than there are columns. */
  readonly columns: readonly number[]
  readonly rows: readonly number[]
  readonly cells: readonly GridCell[]
  /** No line closes the first row above, or the last one below: a page break cuts it. */
  readonly isOpenAbove: boolean
  readonly isOpenBelow: boolean
}
