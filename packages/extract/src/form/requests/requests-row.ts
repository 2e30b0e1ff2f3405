import type { IssueNote } from '../../types.ts'
import type { CellReading } from '../reading.ts'
import type { Printed, PrintedRow } from '../rows/printed-row.ts'
import type { Places } from './seven.ts'

/** A printed row of 表三, tied to a row of the form. */
export interface RowReading {
  readonly id: string
  readonly row: PrintedRow
}

/** What is gathered while the rows of 表三 are read. */
export interface Sink {
  readonly cells: Map<string, CellReading>
  readonly issues: IssueNote[]
  readonly usedEdits: Set<string>
  /** Rows whose digits run together. */
  readonly joined: { readonly reading: RowReading; readonly only: Printed }[]
  /** Most rows print one value: the totals alone. */
  readonly isSingle: boolean
  readonly places: Places
}
