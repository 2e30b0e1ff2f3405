import { need } from '../dom/element.ts'
import type { CheckWords } from '../words/check.ts'
import { toOffline } from './offline.ts'
import type { Work } from './work.ts'

interface Tools {
  readonly base: string
  /** Loads all parts into the worker. */
  readonly prepare: () => Promise<void>
  readonly work: Work
}

/** The buttons that load all parts, keep them for a reload without a network, and take them away again. */
export function listenToOffline(root: HTMLElement, words: CheckWords, { base, prepare, work }: Tools): void {
  const button = need(root, '[data-prepare]', HTMLButtonElement)
  const kept = need(root, '[data-kept]', HTMLElement)
  const offline = toOffline(base)
  const showKept = async () => {
    kept.hidden = !(await offline.isKept())
  }
  const keep = async (): Promise<string> => {
    await prepare()
    // The parts are loaded all the same: only a reload needs the network then.
    const isKept = await offline.keep().then(
      () => true,
      () => false,
    )
    await showKept()
    return isKept ? words.kept : words.prepared
  }
  const remove = async (): Promise<string> => {
    await offline.remove()
    await showKept()
    return words.removed
  }
  button.addEventListener('click', () => work(words.preparing, keep))
  need(kept, 'button', HTMLButtonElement).addEventListener('click', () => work(words.removing, remove))
  showKept().then(offline.update)
}
