import type { FormCell, Label } from '@gongkai/schema'
import type { CellRow } from '../data/rows.ts'
import type { LayoutRow, LayoutSection } from './form-layout.ts'
import { toColumnLabel } from './verdict.ts'

/** Whether a cell says nothing to whoever looks for what happened: 0, blank, or a stroke. */
export function isQuietCell(cell: CellRow | undefined): boolean {
  if (cell?.state === 'value') return cell.value === 0
  return cell?.state === 'blank' || cell?.state === 'not_applicable'
}

/**
 * The rows of a table that a narrow screen passes over at first; the only row of a table is none of them.
 *
 * @param differences changes since the year before: a row that fell to 0 is shown
 */
export function toQuietRows(
  sections: readonly LayoutSection[],
  cells: ReadonlyMap<string, CellRow>,
  differences: ReadonlyMap<string, number> = new Map(),
): ReadonlySet<LayoutRow> {
  const rows = sections.flatMap((section) => section.rows)
  if (rows.length === 1) return new Set()
  return new Set(
    rows.filter((row) => row.cells.every(({ key }) => isQuietCell(cells.get(key)) && !differences.get(key))),
  )
}

/**
 * What stands before a number where a narrow screen shows it apart from the heads: nothing for the total of a row of 表三,
 * whose head stays in sight, nor in 表二, which is narrow enough.
 *
 * @example toInlineName(cell('requests.granted.natural_person'))?.zh // '自然人'
 */
export function toInlineName({ formId, row, column }: FormCell): Label | undefined {
  const name = toColumnLabel(column)
  if (formId === 'requests') return column.id === 'total' ? undefined : name
  if (formId === 'disclosure') return undefined
  return { zh: `${row.label.zh}：${name.zh}`, en: `${row.label.en}: ${name.en}` }
}
