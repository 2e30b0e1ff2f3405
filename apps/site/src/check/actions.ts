import { element } from '../dom/element.ts'
import type { CheckWords } from '../words/check.ts'
import type { DraftView } from './draft-view.ts'

/** What can be done with a result: print it, copy it as text. */
export function toActions({ reports }: DraftView, words: CheckWords, say: (text: string) => void): Node {
  const button = (text: string, act: () => void) => {
    const made = element('button', { type: 'button' }, text)
    made.addEventListener('click', act)
    return made
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reports.map(({ text }) => text).join('\n\n'))
      say(words.copied)
    } catch {
      // A browser may refuse, for one on a page without a secure origin; printing is left.
      say(words.notCopied)
    }
  }
  const copying = reports.length > 0 ? [button(words.copy, copy)] : []
  return element(
    'p',
    { class: 'actions' },
    button(words.print, () => print()),
    ...copying,
  )
}
