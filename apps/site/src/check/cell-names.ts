import { nameOfCell } from '@gongkai/extract/browser'
import { declaredForms, toFormCells } from '@gongkai/schema'
import type { Locale } from '../words/locale.ts'
import { tableNumbers } from '../words/table-numbers.ts'

// A cell of several editions has its name of the newest: drafts are of today.
const oldestFirst = declaredForms.toSorted((a, b) => a.firstYear - b.firstYear)
const cells = new Map(
  oldestFirst.flatMap((form) => toFormCells(form).map((cell) => [cell.key, { form, name: nameOfCell(cell) }])),
)

/** A cell in the words of the form: its table, then its row and column. */
export function toCellName(key: string, locale: Locale): readonly [table: string, cell: string] {
  const found = cells.get(key)
  if (!found) throw new RangeError(`Cannot name the cell "${key}": no form declares it`)
  return [locale === 'zh' ? tableNumbers[found.form.id] : found.form.title.en, found.name[locale]]
}
