import { element, need } from '../dom/element.ts'
import { toGrouped } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { toCompared } from './comparison.ts'
import { toNotes, toSideName } from './describe.ts'
import { toTableCsv } from './download.ts'
import { toMark } from './marks.ts'
import { startPicker } from './picker.ts'
import { toReader } from './read.ts'
import { type Shown, toLinesTable, toNotesList, toResultsTable } from './render.ts'
import { type Picked, pickReports, toAgencyId, toSide } from './sides.ts'
import { type CompareState, mostSides, readCompareState, toCompareQuery } from './state.ts'
import { type CompareTexts, compareTexts } from './texts.ts'
import type { Line } from './types.ts'

/** What the HTML of the page says. */
interface Setting {
  readonly root: HTMLElement
  readonly base: string
  readonly locale: Locale
  /** Title of the page before anything is compared. */
  readonly title: string
  readonly texts: CompareTexts
  readonly lines: readonly Line[]
  readonly groups: Shown['groups']
}

/** One chosen report: its mark, name, the years to choose from, and the way out. */
function toChoice(
  { id, report, choices }: Picked,
  mark: string,
  { texts, locale }: Setting,
  change: (id: string | undefined) => void,
): HTMLElement {
  const button = element('button', { type: 'button' }, texts.remove)
  button.addEventListener('click', () => change(undefined))
  if (!report) return element('li', {}, texts.notHeld(id), ' ', button)
  const { name } = toSide(report, locale)
  const select = element('select', { 'aria-label': texts.yearOf(name) })
  for (const { report: other } of choices) {
    const label = other.year === null ? texts.yearUnknown : String(other.year)
    select.add(new Option(label, other.report_id, false, other.report_id === report.report.report_id))
  }
  select.addEventListener('change', () => change(select.value))
  button.setAttribute('aria-label', texts.removeOf(name))
  return element('li', {}, `${mark} `, element('span', { class: 'name' }, name), ' ', select, ' ', button)
}

/** Puts the tables below the form. */
function showTables(picked: readonly Picked[], state: CompareState, setting: Setting): number {
  const { root, base, locale, texts, lines, groups } = setting
  const result = need(root, '[data-result]', HTMLElement)
  const sides = picked.flatMap(({ report }) => (report ? [toSide(report, locale)] : []))
  if (sides.length === 0) {
    result.replaceChildren()
    document.title = setting.title
    return 0
  }
  const compared = toCompared(lines, sides, state.column)
  const toReport = (id: string) => `${base}${locale === 'en' ? 'en/' : ''}r/${encodeURIComponent(id)}/`
  const notes = toNotes(compared, sides, texts, locale)
  const shown: Shown = { sides, lines: compared, notes, isWhole: state.isWhole, groups, texts, toReport }
  const file = new Blob([toTableCsv(shown)], { type: 'text/csv;charset=utf-8' })
  const download = element('a', { href: URL.createObjectURL(file), download: 'compare.csv' }, texts.download)
  const old = result.querySelector<HTMLAnchorElement>('a[download]')
  if (old) URL.revokeObjectURL(old.href)
  result.replaceChildren(toResultsTable(shown), toNotesList(shown), toLinesTable(shown), element('p', {}, download))
  document.title = [...sides.map((side) => toSideName(side, texts)), setting.title].join(' · ')
  return sides.length
}

/** The list of chosen reports, the tables and what is said of them, after the address. */
function toShow(setting: Setting, go: (state: CompareState) => void): (state: CompareState) => Promise<void> {
  const { root, texts } = setting
  const status = need(root, '[role=status]', HTMLElement)
  const chosen = need(root, '[data-chosen]', HTMLElement)
  const field = need(root, '[role=combobox]', HTMLInputElement)
  const read = toReader(setting.base)
  let latest: CompareState | undefined
  return async (state) => {
    latest = state
    status.textContent = state.ids.length > 0 ? texts.loading : texts.empty
    const files = await Promise.all(state.ids.map((id) => read(toAgencyId(id))))
    // The reader asked for something else meanwhile.
    if (latest !== state) return
    const picked = pickReports(state.ids, files)
    const change = (at: number) => (id: string | undefined) =>
      go({ ...state, ids: state.ids.flatMap((own, i) => (i === at ? (id ?? []) : own)) })
    const held = picked.filter(({ report }) => report)
    const toItem = (one: Picked, i: number) => toChoice(one, toMark(held.indexOf(one)), setting, change(i))
    const focused = [...chosen.children].findIndex((item) => item.contains(document.activeElement))
    chosen.replaceChildren(...picked.map(toItem))
    field.disabled = state.ids.length >= mostSides
    // Who changed a year or removed a report goes on from there.
    if (focused >= 0) (chosen.children[focused]?.querySelector('select') ?? field).focus()
    const count = showTables(picked, state, setting)
    status.textContent = count === 0 ? texts.empty : count === 1 ? texts.one : texts.ready(toGrouped(count))
  }
}

function readSetting(root: HTMLElement): Setting {
  const locale = root.dataset['locale'] === 'en' ? 'en' : 'zh'
  return {
    root,
    locale,
    title: document.title,
    base: root.dataset['base'] ?? '/',
    texts: compareTexts[locale],
    lines: JSON.parse(root.dataset['lines'] ?? '[]'),
    groups: JSON.parse(root.dataset['groups'] ?? '[]'),
  }
}

function start(root: HTMLElement): void {
  const setting = readSetting(root)
  const form = need(root, 'form', HTMLFormElement)
  const [column, whole] = [need(form, 'select', HTMLSelectElement), need(form, '[name=all]', HTMLInputElement)]
  const read = (): CompareState => {
    const state = readCompareState(new URLSearchParams(location.search))
    const isKnown = [...column.options].some(({ value }) => value === state.column)
    return isKnown ? state : { ...state, column: column.options[0]?.value ?? '' }
  }
  const render = (state: CompareState) => {
    column.value = state.column
    whole.checked = state.isWhole
    show(state)
      .catch(() => {
        need(root, '[role=status]', HTMLElement).textContent = setting.texts.failed
      })
      .finally(() => root.setAttribute('data-ready', ''))
  }
  const go = (state: CompareState) => {
    history.pushState(null, '', location.pathname + toCompareQuery(state))
    render(state)
  }
  const show = toShow(setting, go)
  startPicker(setting, (id) => go({ ...read(), ids: [...new Set([...read().ids, id])] }))
  form.addEventListener('change', ({ target }) => {
    if (target === column || target === whole) go({ ...read(), column: column.value, isWhole: whole.checked })
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('popstate', () => render(read()))
  form.hidden = false
  render(read())
}

/** The comparison: the address says what stands side by side. */
class ComparePage extends HTMLElement {
  connectedCallback(): void {
    start(this)
  }
}

customElements.define('compare-page', ComparePage)
