import { NoRangesError, toPartFetcher } from './fetch-part.ts'
import type { PackedSite } from './format.ts'
import { findPacked } from './reader.ts'
import { noRanges, toPackedResponse, toWanted, type Wanted } from './response.ts'

/** What a service worker has that a page has not. */
interface WorkerScope {
  readonly registration: { readonly scope: string; readonly unregister: () => Promise<boolean> }
  readonly clients: { readonly claim: () => Promise<void> }
  readonly skipWaiting: () => Promise<void>
  readonly addEventListener: (type: string, listen: (event: WorkerEvent) => void) => void
}
interface WorkerEvent {
  readonly request: Request
  readonly waitUntil: (work: Promise<unknown>) => void
  readonly respondWith: (answer: Promise<Response> | Response) => void
}

/** Put in by the build. */
declare const packedSite: PackedSite

const worker = globalThis as unknown as WorkerScope
const base = worker.registration.scope

/** What the host says of its files holds for what is taken out of them. */
const kept = ['content-security-policy', 'permissions-policy', 'referrer-policy'] as const

async function answer(request: Request, { file }: Extract<Wanted, { file: string }>): Promise<Response> {
  const headers = new Headers()
  const note = (said: Headers) => {
    for (const name of kept) {
      const value = said.get(name)
      if (value) headers.set(name, value)
    }
  }
  try {
    const found = await findPacked(packedSite, file, toPartFetcher(base, note))
    if (typeof found === 'object') return toPackedResponse(file, found.gzip, headers)
    // The site was replaced. What stands there now is answered by the host, or by the worker that its own pages start.
    if (found === 'no-packs') await worker.registration.unregister()
    return fetch(request)
  } catch (error) {
    if (!(error instanceof NoRangesError)) throw error
    // The page for a lost reader says what is wrong: its script asks once more, and is told so.
    return request.mode === 'navigate' ? fetch(`${base}404.html`) : new Response(error.message, { status: noRanges })
  }
}

// The newest release answers at once: pages of two releases are not mixed for longer than one of them is open.
worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
for (const type of ['activate', 'message'])
  worker.addEventListener(type, (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const wanted = event.request.method === 'GET' ? toWanted(event.request.url, base, 'packs') : undefined
  if (!wanted) return
  event.respondWith('moved' in wanted ? Response.redirect(wanted.moved, 301) : answer(event.request, wanted))
})
