import { element } from '../dom/element.ts'
import { toGrouped, toPercent, toSigned } from '../words/format.ts'
import { type ComparedCell, type ComparedLine, isQuiet, toAnswered } from './comparison.ts'
import { describeShares, type Note, toCellWords, toPoints, toSideName } from './describe.ts'
import { drawShares, toMark } from './marks.ts'
import type { CompareTexts } from './texts.ts'
import type { Side } from './types.ts'

/** What the tables are made of. */
export interface Shown {
  readonly sides: readonly Side[]
  readonly lines: readonly ComparedLine[]
  readonly notes: readonly Note[]
  readonly isWhole: boolean
  /** Groups of results with what they are called. */
  readonly groups: readonly (readonly [id: string, label: string])[]
  readonly texts: CompareTexts
  readonly toReport: (reportId: string) => string
}

const head = (text: string, kind = '') => element('th', { scope: 'col', class: kind || undefined }, text)

/** Heads of the columns: a report each, and behind every one but the first its difference to that. */
function toHeads({ sides, texts, toReport }: Shown, difference: string): readonly HTMLElement[] {
  return sides.flatMap((side, i) => {
    const link = element('a', { href: toReport(side.reportId) }, toSideName(side, texts))
    const own = element('th', { scope: 'col', class: 'num' }, `${toMark(i)} `, link)
    return i === 0 ? [own] : [own, head(`${difference} ${toMark(i)} − ${toMark(0)}`, 'num')]
  })
}

function toCell(compared: ComparedCell, texts: CompareTexts): HTMLElement {
  const value = compared.cell?.value
  const kind = value === undefined ? 'lacking' : value === 0 ? 'zero' : 'sum'
  const doubt = compared.isDoubted && compared.cell ? [' ', element('small', { class: 'fail' }, texts.doubted)] : []
  return element('td', { class: `num ${kind}` }, toCellWords(compared, texts), ...doubt)
}

function toDifference(difference: number | undefined, texts: CompareTexts): HTMLElement {
  if (difference === undefined) return element('td', { class: 'num lacking' }, texts.notComparable)
  return element('td', { class: difference === 0 ? 'num zero' : 'num' }, toSigned(difference))
}

function toLineRow({ line, key, cells, differences }: ComparedLine, texts: CompareTexts): HTMLElement {
  const values = cells.flatMap((cell, i) => [
    toCell(cell, texts),
    ...(i === 0 ? [] : [toDifference(differences[i - 1], texts)]),
  ])
  return element('tr', { 'data-key': key }, element('th', { scope: 'row' }, line.label), ...values)
}

/** Rows under the name of their table, and of their group where it has one. */
function toBodies(lines: readonly ComparedLine[], width: number, texts: CompareTexts): readonly HTMLElement[] {
  return [...Map.groupBy(lines, ({ line }) => line.form)].map(([form, own]) => {
    let group = ''
    const opener = (text: string, kind: string) =>
      element('tr', { class: kind }, element('th', { scope: 'rowgroup', colspan: String(width) }, text))
    const rows = own.flatMap((compared) => {
      const isNew = compared.line.group !== group
      group = compared.line.group
      return [...(isNew && group !== '' ? [opener(group, 'group')] : []), toLineRow(compared, texts)]
    })
    return element('tbody', {}, opener(texts.tables[form], 'opening'), ...rows)
  })
}

const scroll = (label: string, child: Node) =>
  element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': label }, child)

/** Every line of the tables, those left out that are 0 in all. */
export function toLinesTable(shown: Shown): HTMLElement {
  const { lines, isWhole, texts } = shown
  const listed = lines.filter((line) => isWhole || !isQuiet(line))
  const heads = toHeads(shown, texts.difference)
  const table = element(
    'table',
    { class: 'list compare' },
    element('caption', { class: 'vh' }, texts.lines),
    element('thead', {}, element('tr', {}, head(texts.item), ...heads)),
    ...toBodies(listed, heads.length + 1, texts),
  )
  const hidden = toGrouped(lines.length - listed.length)
  return element(
    'section',
    {},
    element('h2', {}, texts.lines),
    scroll(texts.lines, table),
    element('p', { class: 'note' }, texts.linesNote(hidden)),
  )
}

function toShareCell(count: number | null, share: number | null, texts: CompareTexts): HTMLElement {
  if (count === null) return element('td', { class: 'num lacking' }, texts.notRead)
  const counted = texts.counted(toGrouped(count))
  if (share === null) return element('td', { class: 'num' }, counted)
  return element('td', { class: 'num' }, element('b', {}, toPercent(share)), ' ', element('small', {}, counted))
}

/** How the requests ended, group by group, with the shares drawn. */
export function toResultsTable(shown: Shown): HTMLElement {
  const { sides, groups, texts } = shown
  const answered = sides.map(toAnswered)
  const given = answered.flatMap(({ shareOf }) => groups.flatMap(([id]) => shareOf(id) ?? []))
  const largest = Math.max(0, ...given)
  const axis = Math.min(1, Math.max(0.2, Math.ceil(largest * 5) / 5))
  const rows = groups.map(([id, label]) => {
    const shares = answered.map(({ shareOf }) => shareOf(id))
    const cells = answered.flatMap(({ countOf }, i) => [
      toShareCell(countOf(id), shares[i] ?? null, texts),
      ...(i === 0 ? [] : [element('td', { class: 'num' }, toPoints(shares[i] ?? null, shares[0] ?? null) ?? '—')]),
    ])
    const chart = given.length > 0 ? [element('td', { class: 'bar' }, drawShares(shares, axis))] : []
    return element('tr', { 'data-key': id }, element('th', { scope: 'row' }, label), ...chart, ...cells)
  })
  const chartHead = given.length > 0 ? [head(texts.chart, 'bar')] : []
  const table = element(
    'table',
    { class: 'list' },
    element('caption', { class: 'vh' }, texts.results),
    element('thead', {}, element('tr', {}, head(texts.results), ...chartHead, ...toHeads(shown, texts.points))),
    element('tbody', {}, ...rows),
  )
  return element(
    'section',
    { class: 'compared-results' },
    element('h2', {}, describeShares(sides, texts)),
    scroll(texts.results, table),
    element('p', { class: 'note' }, texts.resultsNote),
  )
}

/** What speaks for and against the comparison. */
export const toNotesList = ({ notes, texts }: Shown): HTMLElement =>
  element(
    'section',
    { class: 'compared-notes' },
    element('h2', {}, texts.notes),
    element(
      'ul',
      { class: 'bullets' },
      ...notes.map(({ text, isWarning }) =>
        element(
          'li',
          { class: isWarning ? 'warn' : undefined },
          element('span', { 'aria-hidden': 'true' }, isWarning ? '! ' : '✓ '),
          text,
        ),
      ),
    ),
  )
