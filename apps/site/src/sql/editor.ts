import { element, need } from '../dom/element.ts'
import { complete, insert, type Names } from './complete.ts'
import { namesIn } from './statement.ts'
import type { SqlTexts } from './texts.ts'

/** Tables with their columns, as the lists beside the editor have them. */
function readNames(root: ParentNode): Names {
  const lists = [...root.querySelectorAll<HTMLElement>('[data-table]')]
  const columnsOf = (list: HTMLElement) => [...list.querySelectorAll('[data-column]')].map((one) => one.textContent)
  return Object.fromEntries(lists.map((list) => [list.dataset['table'] ?? '', columnsOf(list)]))
}

/**
 * Names of tables and columns for the editor: while a name is written, those that go on with it are offered as buttons
 * that come next by the tabulator; each name in the lists beside the editor is a button, too.
 */
export function offerNames(root: HTMLElement, area: HTMLTextAreaElement, texts: SqlTexts): void {
  const names = readNames(root)
  const offered = need(root, '[data-names]', HTMLElement)
  const said = need(root, '[data-said]', HTMLElement)
  const show = (found: readonly string[]) => {
    offered.replaceChildren(...found.map((name) => element('button', { type: 'button', 'data-insert': name }, name)))
    offered.hidden = found.length === 0
  }
  area.addEventListener('input', () => {
    const before = area.value.slice(0, area.selectionStart)
    const found = complete(before, namesIn(area.value, Object.keys(names)), names)
    show(found)
    said.textContent = found.length === 0 ? '' : texts.names(found.length)
  })
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-insert]') : null
    if (!button) return
    const changed = insert(area.value, area.selectionStart, button.dataset['insert'] ?? '')
    area.value = changed.text
    area.focus()
    area.setSelectionRange(changed.caret, changed.caret)
    show([])
  })
}
