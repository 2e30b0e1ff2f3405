import { type Label, panelEdits } from '@gongkai/schema'
import type { RequestRow } from '../data/rows.ts'

export type CarriedColumn = Exclude<keyof RequestRow, 'report_id' | 'row_id'>

/** Columns of 表三 in which what one report carries forward is what the next has carried in. */
export const carriedColumns: readonly { readonly id: CarriedColumn; readonly name: Label }[] = panelEdits.flatMap(
  ({ id, subject }) => {
    const [, column] = id.match(/^X\.CARRY\.(\w+)$/) ?? []
    return column === undefined ? [] : [{ id: column as CarriedColumn, name: subject }]
  },
)
