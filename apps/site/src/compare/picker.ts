import { need } from '../dom/element.ts'
import { type SearchClient, toClient } from '../search/client.ts'
import { type Combobox, toCombobox } from '../search/combobox.ts'
import { describeSuggestion } from '../search/render.ts'
import type { Suggestion } from '../search/suggest.ts'
import { searchTexts } from '../search/texts.ts'
import type { CompareTexts } from './texts.ts'

/** What the field stands in. */
interface PickerHost {
  readonly root: HTMLElement
  readonly base: string
  readonly texts: CompareTexts
}

/** The field that adds an agency; the names of all are read once it is used. */
export function startPicker({ root, base, texts }: PickerHost, add: (agencyId: string) => void): void {
  const field = need(root, '[role=combobox]', HTMLInputElement)
  const announcer = need(root, '[data-announcer]', HTMLElement)
  let client: SearchClient | undefined
  const onSuggestions = (list: readonly Suggestion[]) =>
    combobox.show(document.activeElement === field ? list.filter(({ kind }) => kind === 'agency') : [])
  const start = () =>
    toClient(base, root.dataset['version'] ?? '', {
      onAnswer: () => undefined,
      onSuggestions,
      onFailure: () => {
        announcer.textContent = texts.failed
      },
    })
  const combobox: Combobox = toCombobox(field, need(root, '[role=listbox]', HTMLElement), {
    ask(typed) {
      client ??= start()
      client.suggest(typed)
    },
    choose({ id }) {
      field.value = ''
      add(id)
    },
    describe: (suggestion) => describeSuggestion(suggestion, searchTexts[texts.locale]),
    announce: (count) => {
      announcer.textContent = count > 0 ? texts.suggestionCount(String(count)) : ''
    },
  })
}
