import { element } from '../dom/element.ts'
import type { CheckWords } from '../words/check.ts'

/** What can be done with a result: print it and, where there is a text of it, copy that. */
export function toActions(
  toTexts: (() => readonly string[]) | undefined,
  words: CheckWords,
  say: (text: string) => void,
): Node {
  const button = (text: string, act: () => void) => {
    const made = element('button', { type: 'button' }, text)
    made.addEventListener('click', act)
    return made
  }
  const copy = async (texts: readonly string[]) => {
    try {
      await navigator.clipboard.writeText(texts.join('\n\n'))
      say(words.copied)
    } catch {
      // A browser may refuse, for one on a page without a secure origin; printing is left.
      say(words.notCopied)
    }
  }
  const copying = toTexts ? [button(words.copy, () => copy(toTexts()))] : []
  return element(
    'p',
    { class: 'actions' },
    button(words.print, () => print()),
    ...copying,
  )
}
