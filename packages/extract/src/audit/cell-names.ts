import type { BalanceEdit, FormCell, FormColumn, FormRow, Label } from '@gongkai/schema'
import { perForm, toFormCells } from '@gongkai/schema'
import type { NumberAt } from './values.ts'

/** A text of both languages cut at the names in braces: every second piece is a name. */
export type Text = Readonly<Record<keyof Label, readonly string[]>>

/** Texts are literals, so each is cut once. */
const cuts = new Map<string, readonly string[]>()

function cut(text: string): readonly string[] {
  const known = cuts.get(text)
  if (known !== undefined) return known
  const pieces = text.split(/\{(\w+)\}/)
  cuts.set(text, pieces)
  return pieces
}

/** Cuts a text at its names. */
export const toText = ({ zh, en }: Label): Text => ({ zh: cut(zh), en: cut(en) })

/** Fills the names in braces of a text in both languages; a value is the same in both, or has words for each. */
export const fill = (text: Label, values: Values): Label => fillText(toText(text), values)

type Values = Readonly<Record<string, string | number | Label>>

/** Fills a text that is cut already. */
export const fillText = (text: Text, values: Values): Label => ({
  zh: fillIn('zh', text, values),
  en: fillIn('en', text, values),
})

function fillIn(language: keyof Label, text: Text, values: Values): string {
  let filled = ''
  let isName = false
  for (const piece of text[language]) {
    const value = isName ? values[piece] : piece
    if (value === undefined)
      throw new RangeError(`Cannot fill "${text[language].join(' ')}": nothing is given for "${piece}"`)
    filled += typeof value === 'object' ? value[language] : value
    isName = !isName
  }
  return filled
}

/** Joins texts in both languages. */
export const join = (parts: readonly Label[], zh: string, en: string): Label => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})

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
