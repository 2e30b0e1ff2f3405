import { need } from '../dom/element.ts'
import { checkWords, fillWords } from '../words/check.ts'
import type { Locale } from '../words/locale.ts'
import { toActions } from './actions.ts'
import { type CheckClient, CheckError, toClient } from './client.ts'
import type { Draft, Failure } from './messages.ts'
import { sayParts } from './parts.ts'
import { listenToPaste } from './paste.ts'
import { renderDraft } from './render.ts'

/** What the attributes of the element say. */
interface Settings {
  readonly locale: Locale
  readonly base: string
  readonly version: string
  readonly milliseconds: number
  /** Size of a file, at most. */
  readonly bytes: number
}

function readSettings({ dataset }: HTMLElement): Settings {
  return {
    locale: dataset['language'] === 'en' ? 'en' : 'zh',
    base: dataset['base'] ?? '/',
    version: dataset['version'] ?? '',
    milliseconds: Number(dataset['milliseconds']),
    bytes: Number(dataset['bytes']),
  }
}

/** The parts of the page that change. */
function toView(root: HTMLElement) {
  const status = need(root, '[data-status]', HTMLElement)
  const stop = need(root, '[data-stop]', HTMLButtonElement)
  const result = need(root, '[data-result]', HTMLElement)
  const shown = need(root, '[data-view]', HTMLElement)
  return {
    stop,
    say(text: string) {
      status.textContent = text
    },
    showBusy(isBusy: boolean) {
      root.ariaBusy = String(isBusy)
      stop.hidden = !isBusy
    },
    clear() {
      shown.replaceChildren()
      result.hidden = true
    },
    show(nodes: readonly (Node | string)[]) {
      shown.replaceChildren(...nodes)
      result.hidden = false
      need(result, 'h2', HTMLElement).focus()
    },
  }
}

/** What is done with a draft: it is read, and the result or the reason why there is none is shown. */
function toCheck(settings: Settings, view: ReturnType<typeof toView>, client: CheckClient) {
  const words = checkWords[settings.locale]
  const explain = (failure: Failure) => fillWords(words.failures[failure], { seconds: settings.milliseconds / 1000 })
  const wait = async (saying: string, work: () => Promise<string>) => {
    view.showBusy(true)
    view.say(saying)
    try {
      view.say(await work())
    } catch (error) {
      view.say(explain(error instanceof CheckError ? error.failure : 'failed'))
      if (!(error instanceof CheckError)) throw error
    } finally {
      view.showBusy(false)
    }
  }
  return {
    prepare: () =>
      wait(words.preparing, async () => {
        await client.prepare()
        return words.prepared
      }),
    check: (draft: Draft) => {
      view.clear()
      return wait(fillWords(words.reading, { name: draft.name }), async () => {
        const read = await client.read(draft, settings.locale)
        view.show([toActions(read, words, view.say), ...renderDraft(read, words)])
        const said = read.refusal ? words.refused : words.done
        return fillWords(said, { name: draft.name, why: read.refusal?.why ?? '' })
      })
    },
  }
}

/** Files that are chosen or dropped, one at a time. */
function listenToFiles(
  root: HTMLElement,
  settings: Settings,
  say: (text: string) => void,
  take: (draft: Draft) => void,
) {
  const words = checkWords[settings.locale]
  const input = need(root, '[data-file]', HTMLInputElement)
  const drop = need(root, '[data-drop]', HTMLElement)
  const inMegabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')
  const read = async (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    if (files.length > 1) return say(words.twoFiles)
    const { name, size } = file
    if (size > settings.bytes)
      return say(fillWords(words.tooLarge, { name, size: inMegabytes(size), most: inMegabytes(settings.bytes) }))
    // A file that was moved or is held by another program cannot be opened.
    const buffer = await file.arrayBuffer().catch(() => undefined)
    if (buffer === undefined) say(fillWords(words.notOpened, { name }))
    else take({ name, bytes: new Uint8Array(buffer) })
  }
  input.addEventListener('change', () => {
    read([...(input.files ?? [])])
    // The same file, mended, is a change again; and the field keeps no file.
    input.value = ''
  })
  // A file that misses the field would else be opened in the place of the page.
  for (const name of ['dragover', 'drop'] as const) addEventListener(name, (event) => event.preventDefault())
  drop.addEventListener('dragover', () => drop.classList.add('over'))
  for (const name of ['dragleave', 'drop'] as const) drop.addEventListener(name, () => drop.classList.remove('over'))
  drop.addEventListener('drop', (event) => read([...(event.dataTransfer?.files ?? [])]))
}

/** Whether the browser knows what page and worker are written in. */
const isAble = (): boolean => typeof Map.groupBy === 'function' && typeof Promise.withResolvers === 'function'

function start(root: HTMLElement): void {
  if (!isAble()) return
  const settings = readSettings(root)
  const words = checkWords[settings.locale]
  const view = toView(root)
  const client = toClient(settings)
  const { check, prepare } = toCheck(settings, view, client)
  need(root, '[data-unable]', HTMLElement).hidden = true
  need(root, '[data-form]', HTMLFormElement).hidden = false
  view.stop.addEventListener('click', client.stop)
  need(root, '[data-prepare]', HTMLButtonElement).addEventListener('click', prepare)
  listenToFiles(root, settings, view.say, check)
  listenToPaste(root, words, view.say, check)
  sayParts(root, settings.base, words)
}

/** The check of a draft. Its HTML is there without it: the form is hidden, and the list of sums stands. */
class DraftCheck extends HTMLElement {
  connectedCallback(): void {
    start(this)
  }
}

customElements.define('draft-check', DraftCheck)
