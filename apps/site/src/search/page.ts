import { type Combobox, toCombobox } from './combobox.ts'
import { element, need } from './dom.ts'
import type { Answer } from './engine.ts'
import { fillForm, showCounts } from './facet-form.ts'
import type { Question, Reply } from './messages.ts'
import { toGrouped, toHitItem } from './render.ts'
import { pageSize, readState, type State, toQueryString } from './state.ts'
import { searchTexts, type Texts } from './texts.ts'

interface Parts {
  readonly form: HTMLFormElement
  readonly field: HTMLInputElement
  readonly listbox: HTMLElement
  readonly status: HTMLElement
  readonly hint: HTMLElement
  readonly results: HTMLElement
  readonly list: HTMLElement
  readonly more: HTMLElement
  readonly announcer: HTMLElement
}

const findParts = (root: HTMLElement): Parts => ({
  form: need(root, 'form', HTMLFormElement),
  field: need(root, '[name="q"]', HTMLInputElement),
  listbox: need(root, '[role="listbox"]', HTMLElement),
  status: need(root, '[data-status]', HTMLElement),
  hint: need(root, '[data-hint]', HTMLElement),
  results: need(root, '[data-results]', HTMLElement),
  list: need(root, '[data-hits]', HTMLElement),
  more: need(root, '[data-more]', HTMLElement),
  announcer: need(root, '[data-announcer]', HTMLElement),
})

function describe({ count, isExact, stage }: Answer, total: number, texts: Texts): string {
  if (stage === 'names') return texts.searching(toGrouped(count))
  if (count === 0) return texts.none
  return isExact ? texts.found(toGrouped(count), toGrouped(total)) : texts.foundAbout(toGrouped(count))
}

/** Links below the hits; each is an address, so that it can be opened apart. */
function toMoreLinks({ count, isExact, hits, stage }: Answer, state: State, texts: Texts): readonly HTMLElement[] {
  if (stage !== 'texts') return []
  const link = (to: State, text: string) => element('a', { href: toQueryString(to) || '?', 'data-stay': '' }, text)
  const rest = Math.min(pageSize, count - hits.length)
  return [
    ...(rest > 0 ? [link({ ...state, limit: state.limit + pageSize }, texts.more(String(rest)))] : []),
    ...(isExact ? [] : [link({ ...state, isThorough: true }, texts.verifyAll)]),
  ]
}

/**
 * The search of the page: a form, a list of hits and the state of both in the address. The worker does the finding.
 * Without scripts the form stays hidden and the static list of the page stands.
 */
class ReportSearch extends HTMLElement {
  connectedCallback(): void {
    const texts = searchTexts[this.dataset['language'] === 'en' ? 'en' : 'zh']
    start(this, findParts(this), texts)
  }
}

function start(root: HTMLElement, parts: Parts, texts: Texts): void {
  const base = root.dataset['base'] ?? '/'
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const ask = (question: Question) => worker.postMessage(question)
  let state = readState(new URLSearchParams(location.search))
  let asked = 0
  let shown = 0

  const run = () => {
    asked += 1
    parts.status.setAttribute('aria-busy', 'true')
    ask({ kind: 'search', id: asked, request: state })
  }
  const go = (next: State) => {
    if (toQueryString(next) !== toQueryString(state))
      history.pushState(null, '', location.pathname + toQueryString(next))
    state = next
    run()
  }
  const readForm = (): State =>
    readState(new URLSearchParams([...new FormData(parts.form)].map(([name, value]) => [name, String(value)])))

  const combobox: Combobox = toCombobox(parts.field, parts.listbox, {
    ask: (typed) => ask({ kind: 'suggest', id: asked, typed }),
    choose: ({ text, kind }) => {
      parts.field.value = kind === 'region' ? text : `"${text}"`
      go(readForm())
    },
    describe: ({ hint, count, kind }) =>
      [hint || (kind === 'region' ? texts.region : ''), texts.reports(toGrouped(count))].filter(Boolean).join(' · '),
    announce: (count) => {
      parts.announcer.textContent = count > 0 ? texts.suggestionCount(String(count)) : ''
    },
  })

  const printed = need(root, '[data-static]', HTMLElement)
  const setStatic = (isShown: boolean) => {
    if (isShown) root.append(printed)
    else printed.remove()
  }
  const showAnswer = (answer: Answer, total: number) => {
    const isDone = answer.stage === 'texts'
    parts.status.textContent = describe(answer, total, texts)
    parts.hint.hidden = !(isDone && answer.count === 0)
    showCounts(parts.form, answer.counts)
    if (!isDone) return
    parts.status.removeAttribute('aria-busy')
    setStatic(false)
    parts.list.replaceChildren(...answer.hits.map((hit) => toHitItem(hit, base, texts)))
    parts.more.replaceChildren(...toMoreLinks(answer, state, texts))
    // After "show more" the reader goes on where the new hits begin.
    if (shown > 0 && state.limit > pageSize)
      parts.list.children[shown]?.querySelector('a')?.focus({ preventScroll: true })
    shown = 0
  }

  // The list that was built stands in for what cannot be searched.
  const fail = () => {
    parts.status.textContent = texts.failed
    parts.status.removeAttribute('aria-busy')
    setStatic(true)
  }

  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    if (data.kind === 'answer' && data.id === asked) showAnswer(data.answer, data.total)
    if (data.kind === 'suggestions' && document.activeElement === parts.field) combobox.show(data.list)
    if (data.kind === 'failure') fail()
  })
  worker.addEventListener('error', fail)
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault()
    combobox.close()
    go(readForm())
  })
  parts.form.addEventListener('change', ({ target }) => {
    if (target !== parts.field) go(readForm())
  })
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-stay]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    shown = parts.list.children.length
    const next = readState(new URL(link.getAttribute('href') ?? '', location.href).searchParams)
    fillForm(parts.form, next)
    go(next)
  })
  addEventListener('popstate', () => {
    state = readState(new URLSearchParams(location.search))
    fillForm(parts.form, state)
    run()
  })

  fillForm(parts.form, state)
  // Beside the hits there is room for the choices; above them there is not.
  need(root, '[data-narrow]', HTMLDetailsElement).open = matchMedia('(min-width: 60rem)').matches
  parts.form.hidden = false
  parts.results.hidden = false
  // Who asks for nothing sees the list that was built until the same list can be narrowed down.
  setStatic(toQueryString(state) === '')
  parts.status.textContent = texts.loading
  ask({ kind: 'open', base, version: root.dataset['version'] ?? '' })
  run()
}

customElements.define('report-search', ReportSearch)
