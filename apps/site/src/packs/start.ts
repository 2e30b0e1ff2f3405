import { isSaved } from './kinds.ts'
import { noRanges, toWanted } from './response.ts'
import { type Both, words } from './words.ts'

/** Address of the site with its last slash, below its origin. Put in by the build. */
declare const basePath: string

const base = new URL(basePath, location.origin).href
/** Milliseconds after which a reader is told that the page does not come. */
const longest = 20_000

/** Waits until a worker that is being set up has begun, or was replaced meanwhile. */
const begun = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })

/** Waits until the worker answers what this page asks for, which it was not asked to when the page was opened. */
async function beControlled(registration: ServiceWorkerRegistration): Promise<void> {
  if (navigator.serviceWorker.controller) return
  const changed = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
  })
  registration.active?.postMessage('claim')
  await changed
}

/** Starts the newest worker and asks it for this page. @returns the status of its answer */
async function bring(): Promise<number> {
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register(new URL('packs-worker.js', base), { scope: base })
  await registration.update()
  const coming = registration.installing ?? registration.waiting
  if (coming) await begun(coming)
  await beControlled(registration)
  return (await fetch(location.href)).status
}

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`Cannot bring the page: it did not come in ${longest} ms`)), longest)
  })

/** An element that says a sentence in both languages, as the headings of this page do. */
function toElement(name: 'h1' | 'p', { zh, en }: Both): HTMLElement {
  const [own, other] = [document.createElement(name), document.createElement('span')]
  other.className = 'en'
  other.lang = 'en'
  other.textContent = en
  own.append(`${zh} `, other)
  return own
}

/** Says something in the place of what the page says, and gives that back. */
function say(main: HTMLElement, heading: Both, ...sentences: readonly Both[]): readonly Node[] {
  const before = [...main.childNodes]
  main.replaceChildren(toElement('h1', heading), ...sentences.map((sentence) => toElement('p', sentence)))
  document.title = `${heading.zh} ${heading.en}`
  return before
}

async function open(): Promise<void> {
  document.documentElement.hidden = false
  const main = document.querySelector('main')
  if (!main) return
  if (!('serviceWorker' in navigator)) {
    say(main, words.closed, words.noWorker)
    return
  }
  const title = document.title
  const lost = say(main, words.opening)
  try {
    const status = await Promise.race([bring(), late()])
    if (status === noRanges) say(main, words.closed, words.noRanges)
    else if (status !== 404) {
      // A file that is saved leaves this page standing.
      if (isSaved(location.pathname)) say(main, words.saving)
      location.reload()
    } else {
      main.replaceChildren(...lost)
      document.title = title
    }
  } catch (error) {
    say(main, words.closed, words.failed)
    throw error
  }
}

if (toWanted(location.href, base, 'packs')) {
  // Nobody is to read that there is no such page before that is known.
  document.documentElement.hidden = true
  addEventListener('DOMContentLoaded', () => void open())
}
