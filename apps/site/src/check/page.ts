import { need } from '../dom/element.ts'
import { type CheckWords, checkWords, fillWords } from '../words/check.ts'
import type { Locale } from '../words/locale.ts'
import { toActions } from './actions.ts'
import { type CarriedTools, toCarriedParts } from './carried-part.ts'
import { type CheckClient, toClient } from './client.ts'
import type { DraftView } from './draft-view.ts'
import { listenToFiles } from './files.ts'
import { listenToOffline } from './keep.ts'
import type { Draft } from './messages.ts'
import { loadParts, sayParts } from './parts.ts'
import { listenToPaste } from './paste.ts'
import { renderDraft } from './render.ts'
import { type PageView, toPageView } from './view.ts'
import { toWork, type Work } from './work.ts'

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

interface Check {
  readonly settings: Settings
  readonly words: CheckWords
  readonly view: PageView
  readonly client: CheckClient
  readonly work: Work
  readonly carried: CarriedTools
}

/** Reads a draft, and shows the result or the reason why there is none. */
function checkDraft({ settings, words, view, client, work, carried }: Check, draft: Draft): Promise<string> {
  const { name } = draft
  const reading = fillWords(words.reading, { name })
  return work(words.preparing, async () => {
    view.clear()
    const read = await client.read(draft, settings.locale, (stage) => {
      if (stage === 'loading') view.begin(words.preparing)
      else view.begin(reading, settings.milliseconds / 1000)
    })
    view.show(toResult(read, words, view, carried))
    return fillWords(read.refusal ? words.refused : words.done, { name, why: read.refusal?.why ?? '' })
  })
}

function toResult(read: DraftView, words: CheckWords, view: PageView, tools: CarriedTools) {
  const carried = toCarriedParts(read.reports, words, tools)
  const toTexts = () => read.reports.map(({ text }, i) => [text, carried[i]?.toText()].filter(Boolean).join('\n\n'))
  return [
    toActions(read.reports.length > 0 ? toTexts : undefined, words, view.say),
    ...renderDraft(
      read,
      words,
      carried.map(({ node }) => node),
    ),
  ]
}

/** Whether the browser knows what page and worker are written in. */
const isAble = (): boolean => typeof Map.groupBy === 'function' && typeof Promise.withResolvers === 'function'

function start(root: HTMLElement): void {
  if (!isAble()) return
  const settings = readSettings(root)
  const { base, milliseconds } = settings
  const words = checkWords[settings.locale]
  const view = toPageView(root, words)
  const client = toClient(settings)
  const work = toWork(view, words, milliseconds / 1000)
  const parts = loadParts(base)
  const carried = { base, parts, compare: client.compare, work }
  const take = (draft: Draft) => checkDraft({ settings, words, view, client, work, carried }, draft)
  need(root, '[data-unable]', HTMLElement).hidden = true
  need(root, '[data-form]', HTMLFormElement).hidden = false
  view.stop.addEventListener('click', client.stop)
  listenToFiles(root, words, settings.bytes, { say: view.say, take })
  listenToPaste(root, words, view.say, take)
  listenToOffline(root, words, { base, prepare: client.prepare, work })
  sayParts(root, parts, words)
}

/** The check of a draft. Its HTML is there without it: the form is hidden, and the list of sums stands. */
class DraftCheck extends HTMLElement {
  connectedCallback(): void {
    start(this)
  }
}

customElements.define('draft-check', DraftCheck)
