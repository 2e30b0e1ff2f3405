import { element } from './dom.ts'
import type { Suggestion } from './suggest.ts'

/** What a combobox needs of its page. */
export interface ComboboxHost {
  /** Asks for suggestions; they come by `show`. */
  readonly ask: (typed: string) => void
  /** The reader chose one. */
  readonly choose: (suggestion: Suggestion) => void
  readonly describe: (suggestion: Suggestion) => string
  /** Says how many there are, for those who do not see the list. */
  readonly announce: (count: number) => void
}

/** A list of suggestions below a field. */
export interface Combobox {
  readonly show: (list: readonly Suggestion[]) => void
  readonly close: () => void
}

/** Option after pressing a key, by the position of the one before; -1 is the field itself. */
const steps: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: (active, count) => (active + 1 >= count ? -1 : active + 1),
  ArrowUp: (active, count) => (active < 0 ? count - 1 : active - 1),
}

/** Makes a field and a list a combobox with list autocomplete. @see WAI-ARIA APG, combobox pattern */
export function toCombobox(field: HTMLInputElement, listbox: HTMLElement, host: ComboboxHost): Combobox {
  let list: readonly Suggestion[] = []
  let active = -1
  let isComposing = false

  const activate = (next: number) => {
    active = next
    for (const [i, option] of [...listbox.children].entries()) {
      option.setAttribute('aria-selected', String(i === active))
      if (i === active) option.scrollIntoView({ block: 'nearest' })
    }
    if (active < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', listbox.children[active]?.id ?? '')
  }
  const show = (found: readonly Suggestion[]) => {
    list = found
    listbox.replaceChildren(
      ...found.map((suggestion, i) =>
        element(
          'li',
          { role: 'option', id: `${listbox.id}-${i}`, 'aria-selected': 'false' },
          element('span', { lang: 'zh-Hans' }, suggestion.text),
          ' ',
          element('small', {}, host.describe(suggestion)),
        ),
      ),
    )
    listbox.hidden = found.length === 0
    field.setAttribute('aria-expanded', String(found.length > 0))
    activate(-1)
    host.announce(found.length)
  }
  const close = () => {
    if (!listbox.hidden) show([])
  }
  const take = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return
    close()
    host.choose(suggestion)
  }

  field.addEventListener('compositionstart', () => {
    isComposing = true
  })
  field.addEventListener('compositionend', () => {
    isComposing = false
    host.ask(field.value)
  })
  field.addEventListener('input', () => {
    if (!isComposing) host.ask(field.value)
  })
  field.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (isComposing || event.isComposing) return
    if (step && !listbox.hidden) activate(step(active, list.length))
    else if (event.key === 'ArrowDown') host.ask(field.value)
    else if (event.key === 'Enter' && active >= 0) take(list[active])
    else if (event.key === 'Escape' && !listbox.hidden) close()
    else return
    event.preventDefault()
  })
  field.addEventListener('blur', close)
  // The field keeps the focus, or the list would close before the click.
  listbox.addEventListener('mousedown', (event) => event.preventDefault())
  listbox.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    if (option) take(list[[...listbox.children].indexOf(option)])
  })
  return { show, close }
}
