import { need } from '../dom/element.ts'
import { type SearchClient, toClient } from './client.ts'
import { type Combobox, toCombobox } from './combobox.ts'
import { describeSuggestion } from './render.ts'
import type { Suggestion } from './suggest.ts'
import { searchTexts } from './texts.ts'

/** Page of an agency or of a place; of a place without a code the reports are searched. */
function toAddress({ kind, id, text }: Suggestion, pages: string): string {
  if (kind === 'agency') return `${pages}agency/${encodeURIComponent(id)}/`
  return id === '' ? `${pages}reports/?${new URLSearchParams({ q: text })}` : `${pages}region/${id}/`
}

function start(root: HTMLElement): void {
  const texts = searchTexts[root.dataset['language'] === 'en' ? 'en' : 'zh']
  const base = root.dataset['base'] ?? '/'
  const field = need(root, 'input', HTMLInputElement)
  const listbox = need(root, '[role=listbox]', HTMLElement)
  const announcer = need(root, '[data-announcer]', HTMLElement)
  let client: SearchClient | undefined
  const open = (): SearchClient =>
    toClient(base, root.dataset['version'] ?? '', {
      onAnswer: () => undefined,
      onSuggestions: (list) => combobox.show(document.activeElement === field ? list : []),
      onFailure: (failure) => {
        announcer.textContent = texts.failures[failure]
      },
    })
  const combobox: Combobox = toCombobox(field, listbox, {
    // The names of all agencies are read once somebody types.
    ask(typed) {
      client ??= open()
      client.suggest(typed)
    },
    choose: (suggestion) => location.assign(toAddress(suggestion, `${base}${texts.locale === 'en' ? 'en/' : ''}`)),
    describe: (suggestion) => describeSuggestion(suggestion, texts),
    announce: (count) => {
      announcer.textContent = count > 0 ? texts.suggestionCount(String(count)) : ''
    },
  })
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', listbox.id],
  ] as const)
    field.setAttribute(name, value)
}

/** The search box of the home page: the form works without it; this element suggests agencies and places. */
class FindBox extends HTMLElement {
  connectedCallback(): void {
    start(this)
  }
}

customElements.define('find-box', FindBox)
