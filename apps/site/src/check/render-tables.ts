import { element } from '../dom/element.ts'
import { type CheckWords, fillWords } from '../words/check.ts'
import type { CellView, HeadView, RowView, TableView } from './tables.ts'

/** The tables of a draft as elements. */
export function renderTables(tables: readonly TableView[], words: CheckWords): readonly Node[] {
  const shown = tables.map((table) => (table.isFound ? renderTable(table, words) : renderMissing(table, words)))
  return [element('h3', {}, words.tables), element('p', { class: 'note' }, words.tablesNote), ...shown]
}

const renderMissing = ({ title }: TableView, words: CheckWords): Node =>
  element('p', { class: 'fail' }, fillWords(words.tableMissing, { title }))

function renderTable({ formId, title, stubWidth, rows }: TableView, words: CheckWords): Node {
  const columns =
    stubWidth > 1
      ? [
          element(
            'colgroup',
            {},
            element('col', { class: 'outer', span: String(stubWidth - 1) }),
            element('col', { class: 'label' }),
          ),
        ]
      : []
  const table = element(
    'table',
    { class: `form form-${formId}` },
    element('caption', {}, title),
    ...columns,
    element('tbody', {}, ...rows.map((row) => renderRow(row, words))),
  )
  const label = fillWords(words.scrolls, { title })
  return element('div', { class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0' }, table)
}

const renderRow = ({ heads, cells }: RowView, words: CheckWords): Node =>
  element('tr', {}, ...heads.map(renderHead), ...cells.map((cell) => renderCell(cell, words)))

const toSpan = (span: number): string | undefined => (span > 1 ? String(span) : undefined)

const renderHead = ({ text, scope, colSpan, rowSpan }: HeadView): Node =>
  element('th', { scope, colspan: toSpan(colSpan), rowspan: toSpan(rowSpan) }, text)

function renderCell({ key, text, state, isZero, colSpan, isDoubtful, proposed }: CellView, words: CheckWords): Node {
  const ofState = state === 'value' ? (isZero ? 'zero' : '') : `s-${state}`
  const names = [ofState, isDoubtful ? 'doubtful' : '', proposed === undefined ? '' : 'wrong'].filter(Boolean)
  return element(
    'td',
    { class: names.join(' ') || undefined, colspan: toSpan(colSpan), 'data-key': key, 'data-state': state },
    element('span', {}, text),
    ...(isDoubtful ? [element('span', { class: 'vh' }, ` ${words.doubtful}`)] : []),
    ...(proposed === undefined ? [] : [element('small', { class: 'doubt' }, `→ ${proposed}?`)]),
  )
}
