import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { packSite } from '../../apps/site/integrations/pack-pages.ts'
import { words } from '../../apps/site/src/packs/words.ts'
import { serveFolder } from '../../tools/serve/listen.ts'
import { launchBrowser } from '../support/browser.ts'
import { listFiles } from '../support/pages.ts'
import { buildSite, dist } from '../support/site.ts'
import { type PlainHost, servePlainly } from '../support/static-host.ts'

let folder = ''
let host: PlainHost
let browser: Browser

/** Pages of reports as they were built: file, address, title. */
const reports = () =>
  listFiles(dist, 'index.html')
    .filter((file) => /^r\/[^/]+\/index/.test(file))
    .map((file) => ({ file, address: `/${encodeURI(file.replace('index.html', ''))}`, title: titleOf(file) }))
const titleOf = (file: string) => /<title>([^<]*)/.exec(readFileSync(join(dist, file), 'utf8'))?.[1] ?? ''
const report = (index: number) => {
  const found = reports()[index]
  if (!found) throw new Error(`Cannot visit report ${index}: the site has fewer`)
  return found
}

async function pack(name: string, change: (folder: string) => void = () => undefined): Promise<string> {
  const to = join(folder, name)
  cpSync(dist, to, { recursive: true })
  change(to)
  await packSite(to, 'packs', '/')
  return to
}

/** Marks the second report, as a release does that reads it in another way. */
function mark(to: string): void {
  const path = join(to, report(1).file)
  writeFileSync(path, readFileSync(path, 'utf8').replace('<title>', '<title>新 '))
}

beforeAll(async () => {
  await buildSite()
  folder = mkdtempSync(join(tmpdir(), 'gongkai-worker-'))
  await pack('site')
  await pack('next', mark)
  browser = await launchBrowser()
})
beforeEach(async () => {
  host = await servePlainly(join(folder, 'site'))
})
afterEach(() => host.close())
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A visit by somebody who was never here; a refusal of the content security policy or an error of a script ends it. */
async function visit(walk: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ baseURL: host.origin, locale: 'zh-CN', ...options })
  const faults: string[] = []
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // A page that is in a pack is not found at first, and a host without ranges has none to give.
    if (message.type() === 'error' && !/status of (?:404|502)/.test(message.text())) faults.push(message.text())
  })
  try {
    await walk(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const comesTo = (page: Page, title: string) => expect.poll(() => page.title()).toBe(title)
const read = (page: Page) => page.locator('main').innerText()

test('on a first visit, a reload, back and forward a report is what it is in the plain site', async () => {
  await visit(async (page) => {
    await page.goto(report(0).address)
    await comesTo(page, report(0).title)
    await expect.poll(() => page.locator('table').count()).toBeGreaterThan(2)
    await page.reload()
    await expect.poll(() => page.title()).toBe(report(0).title)
    await page.goto(report(1).address.slice(0, -1))
    await expect.poll(() => new URL(page.url()).pathname).toBe(report(1).address)
    await page.goBack()
    await expect.poll(() => page.title()).toBe(report(0).title)
    await page.goForward()
    await expect.poll(() => page.title()).toBe(report(1).title)
  })
})

test('after the first, a report comes with two reads of at most 20 KB, and no script stands in it', async () => {
  await visit(async (page) => {
    await page.goto(report(0).address)
    await comesTo(page, report(0).title)
    for (const { address, title } of reports().slice(1, 6)) {
      host.takeAsked()
      await page.goto(address)
      await expect.poll(() => page.title()).toBe(title)
      const parts = host.takeAsked().filter(({ path }) => path.endsWith('.bin'))
      expect(parts.map(({ status }) => status)).toEqual([206, 206])
      expect(
        parts.reduce((sum, { bytes }) => sum + bytes, 0),
        address,
      ).toBeLessThanOrEqual(20 * 1024)
      await expect.poll(() => page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    }
  })
})

test('an update of the site while a tab is open: the next page is the new one; so it is when the packs are gone', async () => {
  await visit(async (page) => {
    await page.goto(report(0).address)
    await comesTo(page, report(0).title)
    host.replace(join(folder, 'next'))
    await page.goto(report(1).address)
    await comesTo(page, `新 ${report(1).title}`)
    host.replace(dist)
    await page.goto(report(2).address)
    await comesTo(page, report(2).title)
    await page.goto(report(1).address)
    await comesTo(page, report(1).title)
  })
})

test.each(['csv', 'json'])('the %s of an agency is saved, from its page and on a first visit', async (ending) => {
  const name = listFiles(dist, `.${ending}`).find((file) => file.startsWith('agency/')) ?? ''
  const address = `/${encodeURI(name)}`
  const save = async (page: Page, ask: () => Promise<unknown>) => {
    const coming = page.waitForEvent('download')
    await ask()
    const download = await coming
    expect(download.suggestedFilename()).toBe(name.replace('agency/', ''))
    expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync(join(dist, name), 'utf8'))
  }
  await visit(
    async (page) => {
      await save(page, () => page.goto(address))
      await expect.poll(() => read(page)).toContain(words.saving.zh)
      await page.goto(address.replace(/\.\w+$/, '/'))
      await save(page, () => page.locator(`main a[href="${address}"]`).click())
    },
    { acceptDownloads: true },
  )
})

test('an address that is in no pack is said not to be there', async () => {
  const lost = /<h1[^>]*>([^<]*)/.exec(readFileSync(join(dist, '404.html'), 'utf8'))?.[1]?.trim() ?? ''
  await visit(async (page) => {
    for (const address of ['/r/nothing/', '/nothing/', '/r/nothing/']) {
      await page.goto(address)
      await expect.poll(() => page.locator('h1').innerText()).toContain(lost)
      await expect.poll(() => page.locator('html').isVisible()).toBe(true)
    }
  })
})

test('the search of a first visit reads texts without a worker', async () => {
  await visit(async (page) => {
    await page.goto('/reports/?q=公开')
    await page.locator('mark').first().waitFor({ timeout: 15_000 })
    const asked = host.takeAsked()
    expect(asked.some(({ path, status }) => path.endsWith('.bin') && status === 206)).toBe(true)
    expect(asked.some(({ path }) => path === '/packs-worker.js')).toBe(false)
  })
})

test('a host without ranges is said to be one, and is not asked for a whole pack', async () => {
  const whole = await servePlainly(join(folder, 'site'), false)
  try {
    await visit(
      async (page) => {
        await page.goto(report(0).address)
        await expect.poll(() => read(page)).toContain(words.noRanges.zh)
        await expect.poll(() => read(page)).toContain(words.noRanges.en)
      },
      { baseURL: whole.origin },
    )
  } finally {
    await whole.close()
  }
})

test('a browser without workers, or without scripts, is told why the page does not open', async () => {
  await visit(async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
    await page.goto(report(0).address)
    await expect.poll(() => read(page)).toContain(words.noWorker.zh)
  })
  await visit(
    async (page) => {
      await page.goto(report(0).address)
      await expect.poll(() => page.locator('noscript').textContent()).toContain(words.noScript.zh)
    },
    { javaScriptEnabled: false },
  )
})

test('a site below a path of its host keeps its worker to that path', async () => {
  const below = join(folder, 'below')
  cpSync(dist, join(below, 'site'), { recursive: true })
  await packSite(join(below, 'site'), 'packs', '/site')
  cpSync(join(below, 'site/404.html'), join(below, '404.html'))
  host.replace(below)
  await visit(async (page) => {
    await page.goto(`/site${report(0).address}`)
    await comesTo(page, report(0).title)
    const scopes = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
    )
    expect(scopes).toEqual(['/site/'])
  })
})

test('through the server a report needs no script, and what is not there starts none', async () => {
  const server = await serveFolder(join(folder, 'site'))
  try {
    const options = { baseURL: server.origin, javaScriptEnabled: false }
    await visit(async (page) => {
      await page.goto(report(0).address)
      await expect.poll(() => page.title()).toBe(report(0).title)
      await page.goto('/r/nothing/')
      await expect.poll(() => page.locator('script[src*="packs"]').count()).toBe(0)
    }, options)
  } finally {
    await server.close()
  }
})
