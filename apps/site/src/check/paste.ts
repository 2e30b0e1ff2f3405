import { need } from '../dom/element.ts'
import type { CheckWords } from '../words/check.ts'
import type { Draft } from './messages.ts'

/** What was pasted: as a page where the clipboard holds one, since only that keeps tables whole. */
export function toPastedDraft(name: string, text: string, html: string): Draft {
  const source = html === '' ? text : `<!doctype html><meta charset="utf-8">${html}`
  return { name, bytes: new TextEncoder().encode(source) }
}

/**
 * Takes what is pasted or typed in the field. A page on the clipboard counts for as long as the text stays as it was
 * pasted into the empty field.
 */
export function listenToPaste(
  root: HTMLElement,
  words: CheckWords,
  say: (text: string) => void,
  take: (draft: Draft) => void,
): void {
  const field = need(root, '[data-paste]', HTMLTextAreaElement)
  const form = need(root, '[data-form]', HTMLFormElement)
  let html = ''
  field.addEventListener('paste', ({ clipboardData }) => {
    const isWhole = field.value === '' || field.selectionEnd - field.selectionStart === field.value.length
    const pasted = isWhole ? (clipboardData?.getData('text/html') ?? '') : ''
    // The paste itself is an input, too: what it brings is kept behind it.
    setTimeout(() => {
      html = pasted
    })
  })
  field.addEventListener('input', () => {
    html = ''
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (field.value.trim() === '') say(words.nothingPasted)
    else take(toPastedDraft(words.pasted, field.value, html))
  })
}
