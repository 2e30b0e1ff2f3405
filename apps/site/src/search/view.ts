import { element, need } from '../dom/element.ts'
import { toGrouped } from '../words/format.ts'
import type { Answer } from './engine.ts'
import { showCounts } from './facet-form.ts'
import { showChosen } from './groups.ts'
import type { Failure } from './messages.ts'
import { toHitItem } from './render.ts'
import { pageSize, type State, toQueryString } from './state.ts'
import type { Texts } from './texts.ts'

/** The part of the page that answers. */
export interface View {
  readonly form: HTMLFormElement
  readonly field: HTMLInputElement
  readonly listbox: HTMLElement
  readonly showLoading: (isPrintedKept: boolean) => void
  readonly showAnswer: (answer: Answer, total: number, state: State) => void
  readonly showFailure: (failure: Failure) => void
  /** Says something to those who do not see the page. */
  readonly announce: (text: string) => void
  /** A link below the hits was followed: they stay until all that was asked is there, and the reader is led on. */
  readonly keepPlace: () => void
}

function describe({ count, isExact, stage }: Answer, total: number, texts: Texts): string {
  if (stage === 'names') return texts.searching(toGrouped(count))
  if (count === 0) return texts.none
  return isExact ? texts.found(toGrouped(count), toGrouped(total)) : texts.foundAbout(toGrouped(count))
}

/** Links below the hits; each is an address, so that it can be opened apart. */
function toMoreLinks({ count, isExact, hits }: Answer, state: State, texts: Texts): readonly HTMLElement[] {
  const link = (to: State, text: string) => element('a', { href: toQueryString(to) || '?', 'data-stay': '' }, text)
  const rest = Math.min(pageSize, count - hits.length)
  return [
    ...(rest > 0 ? [link({ ...state, limit: state.limit + pageSize }, texts.more(String(rest)))] : []),
    ...(isExact ? [] : [link({ ...state, isThorough: true }, texts.verifyAll)]),
  ]
}

/** Takes the element whose HTML `ReportSearch.astro` writes. */
export function toView(root: HTMLElement, base: string, texts: Texts): View {
  const part = (name: string) => need(root, `[data-${name}]`, HTMLElement)
  const [status, hint, list, more] = [part('status'), part('hint'), part('hits'), part('more')]
  const [printed, announcer] = [part('static'), part('announcer')]
  const form = need(root, 'form', HTMLFormElement)
  const heading = need(root, '.results h2', HTMLElement)
  let place: number | undefined

  const showHits = (answer: Answer, state: State) => {
    if (answer.stage === 'texts' && place !== undefined) return
    const isSame = (i: number) => answer.hits[i - 1]?.report.agencyId === answer.hits[i]?.report.agencyId
    list.replaceChildren(...answer.hits.map((hit, i) => toHitItem(hit, base, texts, isSame(i))))
    if (answer.stage !== 'done') return
    more.replaceChildren(...toMoreLinks(answer, state, texts))
    if (place !== undefined) (list.children[place]?.querySelector('a') ?? heading).focus()
    place = undefined
  }
  return {
    form,
    field: need(root, '[name="q"]', HTMLInputElement),
    listbox: need(root, '[role="listbox"]', HTMLElement),
    showLoading(isPrintedKept) {
      form.hidden = false
      part('results').hidden = false
      status.textContent = texts.loading
      if (!isPrintedKept) printed.remove()
    },
    showAnswer(answer, total, state) {
      status.textContent = describe(answer, total, texts)
      showCounts(form, answer.counts)
      showChosen(form)
      if (answer.stage === 'names' || answer.stage === 'index') return
      hint.hidden = answer.count > 0 || answer.stage !== 'done'
      printed.remove()
      showHits(answer, state)
    },
    showFailure(failure) {
      status.textContent = texts.failures[failure]
      // The list that was built stands in for what cannot be searched.
      root.append(printed)
    },
    announce(text) {
      announcer.textContent = text
    },
    keepPlace() {
      place = list.children.length
    },
  }
}
