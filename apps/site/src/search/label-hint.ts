import { element, need } from '../dom/element.ts'
import { toGrouped } from '../words/format.ts'
import type { RowHint } from './labels.ts'
import { type State, toQueryString } from './state.ts'
import type { Texts } from './texts.ts'

/** The reports in which a row is not 0, and the spread of its indicator where it has one. */
function toLinks(
  { id, indicator, count, ...names }: RowHint,
  state: State,
  pages: string,
  texts: Texts,
): readonly (HTMLElement | string)[] {
  const to = toQueryString({ ...state, query: '', chosen: { ...state.chosen, row: [id] } })
  const label = texts.labelCount(names[texts.locale], toGrouped(count))
  const spread = element('a', { href: `${pages}indicators/${indicator}/` }, texts.indicator)
  const more = indicator === '' ? [] : [' · ', spread]
  return [' ', element('a', { href: to, 'data-stay': '' }, label), ...more]
}

/** Says what to do instead where the query is the label of a row of the form. */
export function showLabelHint(root: HTMLElement, rows: readonly RowHint[], state: State, texts: Texts): void {
  const pages = `${root.dataset['base'] ?? '/'}${texts.locale === 'en' ? 'en/' : ''}`
  const links = rows.flatMap((row) => toLinks(row, state, pages, texts))
  need(root, '[data-labels]', HTMLElement).replaceChildren(
    ...(rows.length > 0 ? [texts.labels(state.query), ...links] : []),
  )
}
