import { element, need } from '../dom/element.ts'
import { type SearchClient, toClient } from './client.ts'
import { type Combobox, toCombobox } from './combobox.ts'
import { fillForm } from './facet-form.ts'
import { showLabelHint } from './label-hint.ts'
import { describeSuggestion } from './render.ts'
import { readState, type State, toQueryString } from './state.ts'
import { searchTexts } from './texts.ts'
import { toView, type View } from './view.ts'

/** What is asked, in the form, in the address and of the worker: all three are kept the same. */
interface Navigation {
  readonly read: () => State
  /** Asks for something else, which becomes an entry of the history. */
  readonly go: (state: State) => void
}

const readAddress = (): State => readState(new URLSearchParams(location.search))

const readForm = (form: HTMLFormElement): State =>
  readState(new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])))

function toNavigation(form: HTMLFormElement, client: SearchClient): Navigation {
  let state = readAddress()
  const ask = (next: State) => {
    state = next
    client.search(next)
  }
  addEventListener('popstate', () => {
    fillForm(form, readAddress())
    ask(readAddress())
  })
  fillForm(form, state)
  ask(state)
  return {
    read: () => state,
    go(next) {
      const address = toQueryString(next)
      if (address !== toQueryString(state)) history.pushState(null, '', location.pathname + address)
      ask(next)
    },
  }
}

/** The reader sends the form, changes a choice, or follows a link to another state of this page. */
function listen(root: HTMLElement, view: View, { go }: Navigation, combobox: Combobox): void {
  view.form.addEventListener('submit', (event) => {
    event.preventDefault()
    combobox.close()
    go(readForm(view.form))
  })
  view.form.addEventListener('change', ({ target }) => {
    if (target !== view.field) go(readForm(view.form))
  })
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-stay]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const next = readState(new URL(link.href).searchParams)
    if (link.closest('[data-more]')) view.keepPlace()
    fillForm(view.form, next)
    go(next)
  })
}

/** Hands the reader a file. */
function save(csv: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  element('a', { href: address, download: 'gongkai-reports.csv' }).click()
  URL.revokeObjectURL(address)
}

function start(root: HTMLElement): void {
  const texts = searchTexts[root.dataset['language'] === 'en' ? 'en' : 'zh']
  const base = root.dataset['base'] ?? '/'
  const view = toView(root, base, texts)
  const take = need(root, '[data-take]', HTMLButtonElement)
  const client = toClient(base, root.dataset['version'] ?? '', {
    onAnswer(answer, total) {
      view.showAnswer(answer, total, navigation.read())
      showLabelHint(root, answer.rows, navigation.read(), texts)
      take.hidden = answer.stage !== 'done' || answer.count === 0
    },
    onSuggestions: (list) => combobox.show(document.activeElement === view.field ? list : []),
    onFile: save,
    onFailure: view.showFailure,
  })
  const combobox = toCombobox(view.field, view.listbox, {
    ask: client.suggest,
    choose({ text, kind }) {
      view.field.value = kind === 'region' ? text : `"${text}"`
      navigation.go(readForm(view.form))
    },
    describe: (suggestion) => describeSuggestion(suggestion, texts),
    announce: (count) => view.announce(count > 0 ? texts.suggestionCount(String(count)) : ''),
  })
  // Beside the hits there is room for the choices; above them there is not.
  need(root, '[data-narrow]', HTMLDetailsElement).open = matchMedia('(min-width: 60rem)').matches
  // Who asks for nothing sees the list that was built until the same list can be narrowed down.
  view.showLoading(toQueryString(readAddress()) === '')
  const navigation = toNavigation(view.form, client)
  listen(root, view, navigation, combobox)
  take.addEventListener('click', () => {
    view.announce(texts.preparing)
    client.list(navigation.read(), texts.locale)
  })
}

/**
 * The search of the page. Its HTML is there without it: the form is hidden and a list of reports stands; this element
 * shows the form and puts what a worker finds in the list's place.
 */
class ReportSearch extends HTMLElement {
  connectedCallback(): void {
    start(this)
  }
}

customElements.define('report-search', ReportSearch)
