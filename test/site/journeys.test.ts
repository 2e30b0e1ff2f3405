import { createHash } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tables } from '@gongkai/schema'
import type { Browser, BrowserContextOptions, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packSite } from '../../apps/site/integrations/pack-pages.ts'
import { openParquet } from '../../apps/site/src/data/parquet.ts'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { readCsv } from '../support/csv.ts'
import { toEvidence } from '../support/evidence.ts'
import { listFiles } from '../support/pages.ts'
import { buildVariant, type VariantSite } from '../support/site.ts'

const base = '/below'
let site: VariantSite
/** The site as plain files, and the same site in packs. */
let hosts: readonly StaticHost[] = []
let browser: Browser

beforeAll(async () => {
  site = await buildVariant(toEvidence, { BASE_PATH: base, SITE_CONTACT: 'corrections@example.org' })
  const packed = join(dirname(site.dist), 'packed')
  cpSync(site.dist, packed, { recursive: true })
  await packSite(packed, 'packs', base)
  hosts = [await serveFolder(site.dist, { base }), await serveFolder(packed, { base })]
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const host of hosts) await host.close()
  site?.remove()
})

/** The report of the middle year, whose sums fail. */
const middle = () => `${base}/${listFiles(site.dist, 'index.html').filter((path) => path.startsWith('r/'))[1] ?? ''}`
const toPath = (file: string) => file.replace(/index\.html$/, '')

/** A visit to each layout, in which nothing may go wrong that a visitor does not see: no foreign request, no error. */
async function visit(options: BrowserContextOptions, walk: (page: Page) => Promise<void>): Promise<void> {
  for (const { origin } of hosts) {
    const own = { viewport: { width: 1280, height: 800 }, ...options }
    const { page, context, faults } = await openPage(browser, origin, own)
    try {
      await walk(page)
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  }
}

const isInView = (page: Page, selector: string) =>
  page.locator(selector).evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect()
    return bottom > 0 && top < innerHeight
  })
const groundOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((node) => getComputedStyle(node).backgroundColor)

test.each([true, false])(
  'a number leads to itself in its line and from there back to its cell, with scripts: %s',
  async (javaScriptEnabled) => {
    // A page whose scripts are off is not asked by script either: the address and what is marked are enough.
    await visit({ javaScriptEnabled }, async (page) => {
      await page.goto(toPath(middle()))
      await page.locator('[id="c-requests.new_received.total"] a').click()
      await expect.poll(() => page.url()).toMatch(/#v-requests\.new_received\.total$/)
      const value = page.locator('.lines a:target')
      await expect.poll(() => value.textContent()).toBe('20')
      if (javaScriptEnabled) {
        const place = '[id="v-requests.new_received.total"]'
        await expect.poll(() => isInView(page, place)).toBe(true)
        await expect.poll(() => groundOf(page, place)).not.toBe(await groundOf(page, '#L1'))
      }
      await value.click()
      await expect.poll(() => page.url()).toMatch(/#c-requests\.new_received\.total$/)
      await expect.poll(() => page.locator('td:target').textContent()).toBe('20')
    })
  },
)

test('a number of the narrative that differs is found from the top of the page', async () => {
  await visit({}, async (page) => {
    await page.goto(toPath(middle()))
    await page.locator('.glance a[href="#claims"]').click()
    await page.locator('.claims .failing a').first().click()
    const marked = page.locator('li:target mark.m-differ')
    await expect.poll(() => marked.locator('a').textContent()).toBe('17')
    await marked.locator('a').click()
    await expect.poll(() => page.locator('td:target').getAttribute('id')).toBe('c-requests.results_total.total')
  })
})

async function readDownload(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8')
}

test('the table behind a number is downloaded from the report, and holds the number', async () => {
  await visit({ acceptDownloads: true }, async (page) => {
    await page.goto(toPath(middle()))
    const id = toPath(middle()).split('/').at(-2)
    const coming = page.waitForEvent('download')
    await page.locator('#take ~ ul a[href$=".csv"]').click()
    const rows = readCsv(await readDownload(await coming))
    const found = rows.filter((row) => row['report_id'] === id && row['key'] === 'requests.results_total.total')
    expect(found.map((row) => [row['state'], row['value']])).toEqual([['value', '17']])
  })
})

test('the points of a chart are downloaded as drawn, from within the page', async () => {
  await visit({ acceptDownloads: true }, async (page) => {
    await page.goto(toPath(middle()))
    await page.locator('.breadcrumb a').last().click()
    const coming = page.waitForEvent('download')
    await page.locator('figure.chart a[download]').click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    expect(readCsv(await readDownload(download)).map((row) => row['new_received'])).toEqual(['12', '20', '0'])
  })
})

test('the dataset is downloaded, has the sum that the page states, and opens', async () => {
  await visit({ acceptDownloads: true }, async (page) => {
    await page.goto(`${base}/en/`)
    await page.locator('header a', { hasText: 'Data' }).click()
    const coming = page.waitForEvent('download')
    await page.locator('a[href$="/requests.parquet"]').click()
    const path = await (await coming).path()
    const sum = createHash('sha256').update(readFileSync(path)).digest('hex')
    const stated = page.locator('tr', { hasText: 'requests.parquet' }).locator('.sum')
    expect(await stated.textContent()).toBe(sum)
    const requests = tables.find(({ name }) => name === 'requests')
    const opened = requests && (await openParquet([new Uint8Array(readFileSync(path)).buffer], requests))
    expect(opened?.rowCount).toBe(75)
  })
})

test('by keyboard alone a reader skips the head, follows a number and comes back', async () => {
  await visit({}, async (page) => {
    await page.goto(toPath(middle()))
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toMatch(/#main$/)
    const isAt = (selector: string) =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)
    for (let pressed = 0; pressed < 60 && !(await isAt('td a')); pressed += 1) await page.keyboard.press('Tab')
    await expect.poll(() => isAt('td a')).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#v-/)
    await expect.poll(() => page.locator('.lines a:target').count()).toBe(1)
    for (let pressed = 0; pressed < 3 && !(await isAt('.lines a')); pressed += 1) await page.keyboard.press('Tab')
    await expect.poll(() => isAt('.lines a')).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#c-/)
  })
})

test('a wide table is scrolled by keyboard on a narrow screen, and its labels stay', async () => {
  await visit({ viewport: { width: 360, height: 800 } }, async (page) => {
    await page.goto(toPath(middle()))
    const region = page.locator('.scroll', { has: page.locator('.form-requests') })
    // At first it shows lines of what is not 0, which need no scrolling; the printed table opens.
    await expect.poll(() => region.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0)
    await page.locator('.whole summary').nth(1).click()
    const label = region.locator('th[scope="row"]').first()
    await region.focus()
    const before = (await label.boundingBox())?.x ?? 0
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => region.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0)
    const after = (await label.boundingBox())?.x ?? 0
    expect(Math.abs(after - before)).toBeLessThan(12)
  })
})

test('each language leads to the other and back to the same page', async () => {
  await visit({}, async (page) => {
    await page.goto(`${base}/quality/`)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-Hans')
    await page.locator('.language a').click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`${base}/en/quality/`)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await page.locator('.language a').click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(`${base}/quality/`)
  })
})

test('with scripts off every report is reached by years', async () => {
  await visit({ javaScriptEnabled: false }, async (page) => {
    const found = new Set<string>()
    await page.goto(`${base}/`)
    const years = await page
      .locator('.counts a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    for (const year of years) {
      await page.goto(year)
      for (const link of await page.locator('.province a').all()) found.add((await link.getAttribute('href')) ?? '')
    }
    const built = listFiles(site.dist, 'index.html').filter((path) => /^r\/[^/]+\/index/.test(path))
    expect([...found].toSorted()).toEqual(built.map((path) => `${base}/${toPath(path)}`).toSorted())
  })
})

test('a report prints as one clean document: its tables whole, nothing to click, no page empty', async () => {
  await visit({ colorScheme: 'dark' }, async (page) => {
    await page.goto(toPath(middle()))
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    // An A4 page less its margins, in CSS pixels.
    await page.setViewportSize({ width: 718, height: 1047 })
    for (const hidden of ['.site-header nav', '.breadcrumb', '.glance', '.downloads']) {
      await expect.poll(() => page.locator(hidden).first().isVisible(), { message: hidden }).toBe(false)
    }
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(27, 34, 41)')
    const widths = await page
      .locator('table')
      .evaluateAll((tables) => tables.map((table) => table.getBoundingClientRect().right))
    expect(Math.max(...widths)).toBeLessThanOrEqual(718)
    const pdf = (
      await page.pdf({ format: 'A4', margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' } })
    ).toString('latin1')
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    expect(pages).toBeGreaterThan(1)
    expect(pages).toBeLessThanOrEqual(14)
  })
})
