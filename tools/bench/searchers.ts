import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Reply } from '../../apps/site/src/search/messages.ts'
import { findIds, type Library, nothingChosen } from '../../apps/site/test/search/library.ts'
import type { Searcher } from './ask.ts'

interface Held {
  worker: Worker
  pagefind: {
    readonly search: (
      query: string,
    ) => Promise<{ readonly results: readonly { readonly id: string; readonly data: () => Promise<unknown> }[] }>
  }
}

/** The worker of the built site; everything found is taken from the same search in this process, which is quicker. */
export const toOwn = (library: Library): Searcher => ({
  open: (page) =>
    page.evaluate(async () => {
      const held = globalThis as unknown as Held
      held.worker = new Worker('/worker.js', { type: 'module' })
      held.worker.postMessage({ kind: 'open', base: '/', version: 'bench' })
      held.worker.postMessage({ kind: 'suggest', id: 0, typed: '一' })
      await new Promise<void>((resolve) => {
        held.worker.addEventListener('message', () => resolve(), { once: true })
      })
    }),
  ask: (page, query) =>
    page.evaluate(
      ({ asked, chosen }) => {
        const { worker } = globalThis as unknown as Held
        const startedAt = performance.now()
        worker.postMessage({
          kind: 'search',
          id: 1,
          request: { query: asked, chosen, order: 'best', limit: 10, isThorough: false },
        })
        return new Promise<number>((resolve) => {
          worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
            if (data.kind === 'answer' && data.answer.stage === 'done') resolve(performance.now() - startedAt)
          })
        })
      },
      { asked: query, chosen: nothingChosen },
    ),
  findAll: (_, query) => findIds(library.engine, query),
})

/** Report ids by the ids that Pagefind gives its pages; its fragments are compressed JSON behind a short mark. */
function readFragments(folder: string): ReadonlyMap<string, string> {
  const fragments = join(folder, 'pagefind/fragment')
  return new Map(
    readdirSync(fragments).map((name) => {
      const text = gunzipSync(readFileSync(join(fragments, name))).toString('utf8')
      const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { readonly url: string }
      return [name.replace('.pf_fragment', ''), url.split('/').at(-2) ?? ''] as const
    }),
  )
}

/** Pagefind over the same reports as pages; its first ten results are loaded, as they would be shown. */
export function toPagefind(folder: string): Searcher {
  const reports = readFragments(folder)
  return {
    open: (page) =>
      page.evaluate(async () => {
        const path = '/pagefind/pagefind.js'
        const held = globalThis as unknown as Held
        held.pagefind = await import(path)
      }),
    ask: (page, query) =>
      page.evaluate(async (asked) => {
        const startedAt = performance.now()
        const { results } = await (globalThis as unknown as Held).pagefind.search(asked)
        await Promise.all(results.slice(0, 10).map((result) => result.data()))
        return performance.now() - startedAt
      }, query),
    async findAll(page, query) {
      const ids = await page.evaluate(async (asked) => {
        const { results } = await (globalThis as unknown as Held).pagefind.search(asked)
        return results.map(({ id }) => id)
      }, query)
      return ids.flatMap((id) => reports.get(id) ?? [])
    },
  }
}
