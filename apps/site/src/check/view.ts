import { need } from '../dom/element.ts'
import { type CheckWords, fillWords } from '../words/check.ts'

/** The parts of the page that change. */
export interface PageView {
  readonly stop: HTMLButtonElement
  /** Says a sentence, to those who listen to the page as well. */
  readonly say: (text: string) => void
  /** Says what is being done, and counts the seconds; with `most` it also says when it will be ended. */
  readonly begin: (text: string, most?: number) => void
  readonly end: () => void
  readonly isBusy: () => boolean
  readonly clear: () => void
  readonly show: (nodes: readonly (Node | string)[]) => void
}

export function toPageView(root: HTMLElement, words: CheckWords): PageView {
  const status = need(root, '[data-status]', HTMLElement)
  const busy = need(root, '[data-busy]', HTMLElement)
  const elapsed = need(root, '[data-elapsed]', HTMLElement)
  const result = need(root, '[data-result]', HTMLElement)
  const shown = need(root, '[data-view]', HTMLElement)
  let clock: ReturnType<typeof setInterval> | undefined
  const say = (text: string) => {
    status.textContent = text
  }
  const count = (most: number | undefined) => {
    clearInterval(clock)
    elapsed.textContent = ''
    const start = Date.now()
    clock = setInterval(() => {
      const seconds = Math.round((Date.now() - start) / 1000)
      elapsed.textContent =
        most === undefined ? fillWords(words.elapsed, { seconds }) : fillWords(words.elapsedOf, { seconds, most })
    }, 1000)
  }
  return {
    stop: need(root, '[data-stop]', HTMLButtonElement),
    say,
    begin(text, most) {
      say(text)
      count(most)
      root.ariaBusy = 'true'
      busy.hidden = false
    },
    end() {
      clearInterval(clock)
      root.ariaBusy = 'false'
      busy.hidden = true
    },
    isBusy: () => !busy.hidden,
    clear() {
      shown.replaceChildren()
      result.hidden = true
    },
    show(nodes) {
      shown.replaceChildren(...nodes)
      result.hidden = false
      need(result, 'h2', HTMLElement).focus()
    },
  }
}
