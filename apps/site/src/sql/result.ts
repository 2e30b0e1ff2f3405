import { element } from '../dom/element.ts'
import { toCsv } from '../text/csv.ts'
import type { Answer, Value } from './messages.ts'

/** Rows as a table with a caption. */
export function toTable({ columns, rows }: Answer, caption: string): HTMLTableElement {
  const classOf = (value: Value | undefined) => (typeof value === 'number' ? 'num' : undefined)
  const heads = columns.map((name, i) => element('th', { scope: 'col', class: classOf(rows[0]?.[i]) }, name))
  const toCell = (value: Value) => element('td', { class: classOf(value) }, String(value ?? ''))
  const lines = rows.map((row) => element('tr', {}, ...row.map(toCell)))
  return element(
    'table',
    { class: 'list' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...lines),
  )
}

/** Rows as a file that spreadsheet programs open, and that runs nothing in them. */
export function toFile({ columns, rows }: Answer): Blob {
  const plain = rows.map((row) => row.map((value) => (typeof value === 'boolean' ? String(value) : value)))
  return new Blob([toCsv(columns, plain)], { type: 'text/csv;charset=utf-8' })
}
