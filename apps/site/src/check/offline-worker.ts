import { type OfflineParts, toStore, toStorePrefix } from './offline-parts.ts'

/** The build writes it in front of this script: then a new version of any part makes a new script. */
declare const offlineParts: OfflineParts

/** Events of a service worker, which the types of a page do not know. */
interface Waiting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface Fetching extends Waiting {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
declare function skipWaiting(): Promise<void>

const { base, changing, fixed } = offlineParts
const store = toStore(offlineParts)
const toAddress = (path: string) => new URL(base + path, location.origin).href
const changingAddresses = new Set(changing.map(toAddress))
const fixedAddresses = new Set(fixed.map(toAddress))

/** Keeps all parts, or none: a store that lacks one is not used. Two pages share it, so what is there is not fetched again. */
async function install(): Promise<void> {
  const cache = await caches.open(store)
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  const missing = [...fixedAddresses].filter((address) => !kept.has(address))
  // What may change under its name is never taken from what the browser happens to hold.
  const fresh = [...changingAddresses].map((address) => new Request(address, { cache: 'reload' }))
  await cache.addAll([...missing, ...fresh])
  await skipWaiting()
}

/** Takes the stores of earlier versions away. */
async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(toStorePrefix(base)) && name !== store)
  await Promise.all(old.map((name) => caches.delete(name)))
}

const find = async (address: string): Promise<Response | undefined> => (await caches.open(store)).match(address)

/** A fixed part from the store; nothing is ever added to it here. */
const answerFixed = async (request: Request): Promise<Response> => (await find(request.url)) ?? fetch(request)

/** A page or a list from the host, so that it is the newest; from the store where the host cannot be reached. */
async function answerChanging(request: Request, address: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await find(address)
    if (kept === undefined) throw error
    return kept
  }
}

addEventListener('install', (event) => (event as Waiting).waitUntil(install()))
addEventListener('activate', (event) => (event as Waiting).waitUntil(activate()))
addEventListener('fetch', (event) => {
  const asked = event as Fetching
  const { method, url } = asked.request
  const address = url.replace(/[?#].*$/s, '')
  // What is no part goes its way as if nothing stood here.
  if (method !== 'GET') return
  if (fixedAddresses.has(url)) asked.respondWith(answerFixed(asked.request))
  else if (changingAddresses.has(address)) asked.respondWith(answerChanging(asked.request, address))
})
