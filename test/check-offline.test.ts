import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaticHost, serveFolder } from '../tools/serve/listen.ts'
import { check, prepare, status, waitForAnswer } from './support/check-page.ts'
import { toDraft } from './support/drafts.ts'
import { buildSite, dist } from './support/site.ts'
import { useBrowser, visitAt } from './support/visits.ts'

const findBrowser = useBrowser()
let folder: string

beforeAll(async () => {
  await buildSite()
  folder = mkdtempSync(join(tmpdir(), 'gongkai-offline-'))
  cpSync(dist, folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Visits the check on a host of its own, which the steps may close: then there is no network. */
async function visit(steps: (page: Page, host: StaticHost) => Promise<void>): Promise<void> {
  const host = await serveFolder(folder)
  try {
    await visitAt(findBrowser(), host.origin, '/check/', {}, (page) => steps(page, host))
  } finally {
    await host.close()
  }
}

/** Addresses of all that the browser keeps for the site, and the names of the stores. */
const readStores = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return { names, addresses: kept.flat().map(({ url }) => url.slice(location.origin.length)) }
  })

const pdf = {
  name: '草稿.pdf',
  bytes: new Uint8Array(
    readFileSync(
      join(import.meta.dirname, '../packages/extract/test/corpus/pdf-table-over-pages-with-page-numbers/source.pdf'),
    ),
  ),
}

test('once prepared, both pages open without a network and read drafts of all formats', () =>
  visit(async (page, host) => {
    await prepare(page)
    await host.close()
    await page.reload()
    for (const draft of [toDraft('docx', 7, 1), pdf]) {
      await check(page, draft)
      await expect.poll(() => status(page).textContent()).toBe(`“${draft.name}”核对完毕。`)
    }
    await page.goto('/en/check/?from=a-link')
    await check(page, toDraft('text', 4, 0))
    await expect.poll(() => page.locator('[data-verdict]').count()).toBe(1)
    await expect
      .poll(() => page.locator('[data-parts]').textContent())
      .toMatch(/about \d+KB; a PDF needs about \d\.\dMB more/)
  }))

test('what is kept are the parts that the build lists, and nothing of a draft', () =>
  visit(async (page) => {
    await prepare(page)
    await check(page, toDraft('html', 12, 1))
    const [, list = ''] =
      readFileSync(join(folder, 'check/offline.js'), 'utf8').match(/^const offlineParts=(.*);$/m) ?? []
    const { changing, fixed, version } = JSON.parse(list)
    const { names, addresses } = await readStores(page)
    expect(names).toEqual([`gongkai-check / ${version}`])
    expect(addresses.toSorted()).toEqual([...changing, ...fixed].map((path) => `/${path}`).toSorted())
    expect(readdirSync(join(folder, 'check')).filter((name) => name.startsWith('reader-'))).toHaveLength(1)
  }))

test('where a browser keeps no programs, the page says not to close it', () =>
  visit(async (page) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }))
    await page.reload({ waitUntil: 'networkidle' })
    await page.locator('[data-prepare]').click()
    await waitForAnswer(page)
    await expect.poll(() => status(page).textContent()).toContain('断网后请不要关闭、刷新本页')
    await expect.poll(() => page.locator('[data-kept]').isVisible()).toBe(false)
    await check(page, toDraft('text', 4, 0))
    await expect.poll(() => page.locator('[data-verdict]').count()).toBe(1)
  }))

test('a button takes away what was kept', () =>
  visit(async (page) => {
    await expect.poll(() => page.locator('[data-kept]').isVisible()).toBe(false)
    await prepare(page)
    await page.getByRole('button', { name: '清除已存的程序' }).click()
    await waitForAnswer(page)
    await expect.poll(() => status(page).textContent()).toBe('已清除存入浏览器的程序和词表。')
    await expect.poll(() => page.locator('[data-kept]').isVisible()).toBe(false)
    expect((await readStores(page)).names).toEqual([])
    await page.reload({ waitUntil: 'networkidle' })
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller)).toBe(null)
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0)
  }))

test('a new version of the site takes the place of the one that is kept', () =>
  visit(async (page, host) => {
    await prepare(page)
    const { names } = await readStores(page)
    for (const path of ['check', 'en/check']) {
      const script = join(folder, path, 'offline.js')
      writeFileSync(script, readFileSync(script, 'utf8').replace(/"version":"\w+"/, '"version":"anothersite"'))
    }
    const html = join(folder, 'check/index.html')
    writeFileSync(html, readFileSync(html, 'utf8').replace('<h1>', '<h1>新的'))
    await page.reload()
    await expect.poll(async () => (await readStores(page)).names).toEqual(['gongkai-check / anothersite'])
    expect(names).not.toEqual(['gongkai-check / anothersite'])
    await host.close()
    await page.reload()
    await expect.poll(() => page.locator('h1').textContent()).toContain('新的')
    await check(page, toDraft('text', 4, 0))
    await expect.poll(() => page.locator('[data-verdict]').count()).toBe(1)
  }))
