import type { CellState, FormId } from '@gongkai/schema'
import type { SumCounts } from '@gongkai/schema/browser'

/** A line of the comparison. */
export interface Line {
  readonly form: FormId
  readonly row: string
  /** Empty where the reader chooses the column. */
  readonly column: string
  readonly label: string
  /** Heading over this line and its neighbours; empty where there is none. */
  readonly group: string
}

/** What a report prints in a cell; a number only where one is printed. */
export interface SideCell {
  readonly state: CellState
  readonly value: number | undefined
  readonly raw: string
}

/** A report beside others. */
export interface Side {
  readonly reportId: string
  readonly agencyId: string
  readonly name: string
  readonly year: number | null
  /** Edition of each table; null where it could not be told. */
  readonly editions: Readonly<Record<FormId, string | null>>
  readonly sums: SumCounts
  /** Cell key → what is printed; a cell that its form does not have is not here. */
  readonly cells: ReadonlyMap<string, SideCell>
  /** Keys of the cells of sums that fail. */
  readonly doubts: ReadonlySet<string>
  /** Group of results → how many; null where a count was not read. */
  readonly results: ReadonlyMap<string, number | null>
}
