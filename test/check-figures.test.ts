import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { check, prepare, status } from './support/check-page.ts'
import { type Draft, toDraft } from './support/drafts.ts'
import { dist } from './support/site.ts'
import { useSite } from './support/visits.ts'

const { visit } = useSite()
const corpus = join(import.meta.dirname, '../packages/extract/test/corpus')
const read = (path: string) => new Uint8Array(readFileSync(join(corpus, path)))

/** Milliseconds from the choice of a file to its verdict. */
async function timeVerdict(page: Page, draft: Draft): Promise<number> {
  const start = performance.now()
  await check(page, draft)
  await expect.poll(() => status(page).textContent()).toBe(`“${draft.name}”核对完毕。`)
  return performance.now() - start
}

test.each([
  ['DOCX', toDraft('docx', 7, 1), 2000],
  ['PDF', { name: '草稿.pdf', bytes: read('pdf-table-over-pages-with-page-numbers/source.pdf') }, 4000],
])('once the parts are here, the first verdict on a %s is there in time', (_, draft, most) =>
  visit('/check/', {}, async (page) => {
    await prepare(page)
    const took = await timeVerdict(page, draft)
    console.log(`first verdict: ${Math.round(took)} ms of ${most}`)
    expect(took).toBeLessThan(most)
  }),
)

test('the page is light before a draft is chosen', () => {
  const page = readFileSync(join(dist, 'check/index.html'))
  const names = [...page.toString().matchAll(/_astro\/[\w.-]+\.(?:js|css)/g)].map(([name]) => name)
  const sizes = [page, ...[...new Set(names)].map((name) => readFileSync(join(dist, name)))].map(
    (bytes) => gzipSync(bytes).length,
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`page before a draft is chosen: ${total} bytes compressed`)
  expect(names.length).toBeGreaterThan(1)
  expect(total).toBeLessThan(60 * 1024)
})

test('nothing moves when the script is there at last', () =>
  visit('/check/', {}, async (page) => {
    await page.route('**/_astro/*.js', async (route) => {
      await setTimeout(500)
      await route.continue()
    })
    await page.reload({ waitUntil: 'networkidle' })
    const shifted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            const shifts = list.getEntries() as (PerformanceEntry & { readonly value: number })[]
            resolve(shifts.reduce((sum, { value }) => sum + value, 0))
          })
          observer.observe({ type: 'layout-shift', buffered: true })
          // Where nothing moved there is nothing to observe.
          globalThis.setTimeout(() => resolve(0), 500)
        }),
    )
    console.log(`moved while loading: ${shifted}`)
    await expect.poll(() => page.locator('[data-form]').isVisible()).toBe(true)
    expect(shifted).toBeLessThan(0.02)
  }))

/** A command of the debugger to one worker of the page. */
function toWorkerSession(session: CDPSession, sessionId: string) {
  let last = 0
  return (method: string): Promise<Readonly<Record<string, number>>> => {
    const id = ++last
    const answer = new Promise<Readonly<Record<string, number>>>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const reply = JSON.parse(message)
        if (reply.id === id) resolve(reply.result)
      })
    })
    return session
      .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
      .then(() => answer)
  }
}

/** Measures the bytes that scripts hold in the page and in its workers, garbage collected. */
async function toScale(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  const workers: ReturnType<typeof toWorkerSession>[] = []
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(toWorkerSession(session, sessionId))
  })
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  await expect.poll(() => workers.length).toBeGreaterThan(0)
  return async () => {
    await session.send('HeapProfiler.collectGarbage')
    let bytes = (await session.send('Runtime.getHeapUsage')).usedSize
    for (const ask of workers) {
      await ask('HeapProfiler.collectGarbage')
      bytes += (await ask('Runtime.getHeapUsage'))['usedSize'] ?? 0
    }
    return bytes
  }
}

test('memory is given back after 50 drafts', { timeout: 240_000 }, () =>
  visit('/check/', {}, async (page) => {
    const draft = (i: number) => toDraft((['docx', 'html', 'text'] as const)[i % 3] ?? 'text', 300 + i, i % 2)
    // What is made once for all drafts is there after a few of them.
    for (let i = 0; i < 6; i += 1) await check(page, draft(i))
    const measure = await toScale(page)
    const before = await measure()
    for (let i = 0; i < 50; i += 1) await check(page, draft(i))
    const after = await measure()
    console.log(`heap of page and worker: ${before} bytes before 50 drafts, ${after} after`)
    expect(before).toBeGreaterThan(5_000_000)
    expect(after - before).toBeLessThan(4_000_000)
  }),
)
