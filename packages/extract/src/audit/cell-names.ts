import type { BalanceEdit, FormCell, FormColumn, FormRow, Label } from '@gongkai/schema'
import { perForm, toFormCells } from '@gongkai/schema'
import { join } from '../text/fill-text.ts'
import type { NumberAt } from './values.ts'

/** A row as the form prints it, with its numeral and the category it stands under. */
export function nameOfRow({ label, short, numeral = '', group }: FormRow): Label {
  const own = short ?? label
  if (!group) return { zh: `${numeral}${own.zh}`, en: own.en }
  const zh = numeral === '' ? `${group.zh}（${own.zh}）` : `${group.zh} ${numeral}${own.zh}`
  return { zh, en: `${group.en}: ${own.en}` }
}

export const nameOfColumn = ({ label, short }: FormColumn): Label => short ?? label

/** A cell by its row and column. */
export function nameOfCell({ row, column }: FormCell): Label {
  const [rowName, columnName] = [nameOfRow(row), nameOfColumn(column)]
  return { zh: `${rowName.zh}·${columnName.zh}`, en: `${rowName.en}, ${columnName.en}` }
}

/** The cells of a form by their keys. */
export type FormCells = ReadonlyMap<string, FormCell>

/** Every cell of a form. */
export const cellsOf = perForm((form): FormCells => new Map(toFormCells(form).map((cell) => [cell.key, cell])))

/** What an edit is about: the column whose rows it adds up, or the row whose columns. */
export function subjectOf(edit: BalanceEdit, cells: FormCells): Label {
  const cell = cells.get(edit.left[0] ?? '')
  if (!cell) return { zh: edit.id, en: edit.id }
  return edit.over === 'columns' ? nameOfColumn(cell.column) : nameOfRow(cell.row)
}

/** Rows that are named; of more their number is said. */
const mostNamed = 3

/** The rows of some cells, the first ones by name. */
export function toRowNames(keys: readonly string[], cells: FormCells): Label {
  const rows = new Map(
    keys.flatMap((key) => {
      const row = cells.get(key)?.row
      return row ? [[row.id, nameOfRow(row)] as const] : []
    }),
  )
  const named = join([...rows.values()].slice(0, mostNamed), '、', ', ')
  const more = rows.size - mostNamed
  return more > 0 ? { zh: `${named.zh}等 ${rows.size} 行`, en: `${named.en} and ${more} more` } : named
}

interface Term {
  readonly name: Label
  readonly value: number
}

/** One side of an edit with its numbers: 一、新收 12 + 二、结转 1 = 13; rows of one category are added up, zeros left out. */
export function sideOf(keys: readonly string[], edit: BalanceEdit, cells: FormCells, numberAt: NumberAt): Label {
  const terms = toTerms(keys, edit, cells, numberAt)
  const sum = terms.reduce((total, term) => total + term.value, 0)
  const shown = terms.length > 2 ? terms.filter((term) => term.value !== 0) : terms
  if (shown.length === 0) return { zh: '各项都是 0', en: 'all of them are 0' }
  const words = join(
    shown.map(({ name, value }) => ({ zh: `${name.zh} ${value}`, en: `${name.en} ${value}` })),
    ' + ',
    ' + ',
  )
  if (shown.length > 1) return { zh: `${words.zh} = ${sum}`, en: `${words.en} = ${sum}` }
  return terms.length > 2 ? { zh: `${words.zh}（其余为 0）`, en: `${words.en} (the others 0)` } : words
}

function toTerms(keys: readonly string[], edit: BalanceEdit, cells: FormCells, numberAt: NumberAt): readonly Term[] {
  const terms = new Map<string, Term>()
  for (const key of keys) {
    const cell = cells.get(key)
    if (!cell) continue
    const name = edit.over === 'rows' ? nameOfColumn(cell.column) : (cell.row.group ?? nameOfRow(cell.row))
    terms.set(name.zh, { name, value: (terms.get(name.zh)?.value ?? 0) + (numberAt(key) ?? 0) })
  }
  return [...terms.values()]
}
