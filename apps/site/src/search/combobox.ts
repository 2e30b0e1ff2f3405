import { element } from '../dom/element.ts'
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

interface Options {
  readonly field: HTMLInputElement
  readonly listbox: HTMLElement
  list: readonly Suggestion[]
  /** Position of the option that the keys stand on; -1 is the field itself. */
  active: number
}

/** Option after pressing a key. */
const steps: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: (active, count) => (active + 1 >= count ? -1 : active + 1),
  ArrowUp: (active, count) => (active < 0 ? count - 1 : active - 1),
}

function activate(options: Options, next: number): void {
  const { field, listbox } = options
  options.active = next
  for (const [i, option] of [...listbox.children].entries()) {
    option.setAttribute('aria-selected', String(i === next))
    if (i === next) option.scrollIntoView({ block: 'nearest' })
  }
  if (next < 0) field.removeAttribute('aria-activedescendant')
  else field.setAttribute('aria-activedescendant', `${listbox.id}-${next}`)
}

function fill(options: Options, list: readonly Suggestion[], describe: ComboboxHost['describe']): void {
  const { field, listbox } = options
  const toOption = (suggestion: Suggestion, i: number) =>
    element(
      'li',
      { role: 'option', id: `${listbox.id}-${i}`, 'aria-selected': 'false' },
      element('span', { lang: 'zh-Hans' }, suggestion.text),
      ' ',
      element('small', {}, describe(suggestion)),
    )
  options.list = list
  listbox.replaceChildren(...list.map(toOption))
  listbox.hidden = list.length === 0
  field.setAttribute('aria-expanded', String(list.length > 0))
  activate(options, -1)
}

/** What a key does; false where the field should do with it what fields do. */
function press(key: string, options: Options, host: ComboboxHost, close: () => void): boolean {
  const isOpen = !options.listbox.hidden
  const step = steps[key]
  const chosen = options.list[options.active]
  if (step && isOpen) activate(options, step(options.active, options.list.length))
  else if (key === 'ArrowDown') host.ask(options.field.value)
  else if (key === 'Enter' && isOpen && chosen) {
    close()
    host.choose(chosen)
  } else if (key === 'Escape' && isOpen) close()
  else return false
  return true
}

/** Makes a field and a list a combobox with list autocomplete. @see WAI-ARIA APG, combobox pattern */
export function toCombobox(field: HTMLInputElement, listbox: HTMLElement, host: ComboboxHost): Combobox {
  const options: Options = { field, listbox, list: [], active: -1 }
  const show = (list: readonly Suggestion[]) => {
    fill(options, list, host.describe)
    host.announce(list.length)
  }
  const close = () => {
    if (!listbox.hidden) show([])
  }
  // While an input method composes, the field holds pinyin and the keys are the method's.
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) host.ask(field.value)
  })
  field.addEventListener('compositionend', () => host.ask(field.value))
  field.addEventListener('keydown', (event) => {
    if (!event.isComposing && press(event.key, options, host, close)) event.preventDefault()
  })
  field.addEventListener('blur', close)
  // The field keeps the focus, or the list would close before the click.
  listbox.addEventListener('mousedown', (event) => event.preventDefault())
  listbox.addEventListener('click', ({ target }) => {
    const option = target instanceof Element ? target.closest('[role="option"]') : null
    const chosen = option ? options.list[[...listbox.children].indexOf(option)] : undefined
    if (!chosen) return
    close()
    host.choose(chosen)
  })
  return { show, close }
}
