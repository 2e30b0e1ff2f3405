import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findViolations } from './support/axe.ts'
import { readCsv } from './support/csv.ts'
import { dist } from './support/site.ts'
import { useSite } from './support/visits.ts'

const { open } = useSite()

/** The first page of a kind, e.g. `/r/<id>/`; ids are the corpus's, so none is written here. */
function firstOf(folder: string): string {
  const names = readdirSync(join(dist, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
  if (names[0] === undefined) throw new Error(`Cannot test the site: there is no page below /${folder}/`)
  return `/${folder}/${names[0]}/`
}

const translated = [
  ['the home page', () => '/'],
  ['an agency', () => firstOf('agency')],
  ['a region', () => firstOf('region')],
  ['a year', () => firstOf('year')],
  ['the quality page', () => '/quality/'],
  ['the data page', () => '/data/'],
  ['the JSON files', () => '/data/json/'],
  ['the SQL page', () => '/sql/'],
  ['the method page', () => '/method/'],
  ['the glossary', () => '/glossary/'],
  ['the about page', () => '/about/'],
  ['the search', () => '/reports/'],
  ['a report', () => firstOf('r')],
  ['the indicators', () => '/indicators/'],
  ['an indicator', () => firstOf('indicators')],
  ['the comparison', () => '/compare/'],
  ['the changes', () => '/changes/'],
  ['the places', () => '/region/'],
  ['the agencies', () => '/agency/'],
  ['the latest reports', () => '/r/'],
] as const

const pageTypes = [
  ...translated,
  ...translated.map(([name, pathOf]) => [`${name} in English`, () => `/en${pathOf()}`] as const),
  ['a table in a frame', () => firstOf('embed/table')],
  ['the page for a lost reader', () => '/404.html'],
] as const

const settings = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 360].map((width) => ({ colorScheme, width })),
)

/** How many pixels a page is wider than its window. */
const measureOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.each(pageTypes)(
  '%s is accessible, quiet and no wider than the window, light and dark, wide and narrow',
  async (_, pathOf) => {
    const { page, context, faults } = await open()
    try {
      await page.goto(pathOf(), { waitUntil: 'networkidle' })
      for (const { colorScheme, width } of settings) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        expect(await findViolations(page), `${colorScheme} at ${width}`).toEqual([])
        await expect.poll(() => measureOverflow(page), { message: `${colorScheme} at ${width}` }).toBe(0)
      }
      await page.setViewportSize({ width: 320, height: 800 })
      await expect.poll(() => measureOverflow(page), { message: 'at 320' }).toBe(0)
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  },
  120_000,
)

test('the SQL page stays accessible with a result, names to go on with and open lists', async () => {
  const { page, context, faults } = await open()
  await page.goto('/sql/')
  await page.getByRole('button', { name: '运行' }).click()
  await page.getByRole('table').waitFor()
  await page.getByLabel('SQL 查询').fill('select agency')
  for (const summary of await page.locator('sql-page summary').all()) await summary.click()
  expect(await findViolations(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  await expect.poll(() => measureOverflow(page)).toBe(0)
  expect(faults).toEqual([])
  await context.close()
}, 60_000)

interface LinkedNumber {
  readonly text: string
  readonly href: string
}

const toNumber = (text: string) => Number(text.replaceAll(',', ''))

/** The largest number of the official tables that leads to a source line; undefined on a page without one. */
async function findNumber(page: Page): Promise<LinkedNumber | undefined> {
  const links = await page
    .locator('table td a[href*="#v-"], table td a[href*="#L"]')
    .evaluateAll((anchors) =>
      anchors.map((anchor) => ({ text: (anchor.textContent ?? '').trim(), href: anchor.getAttribute('href') ?? '' })),
    )
  return links
    .filter((link) => /^[\d,.]+$/.test(link.text))
    .toSorted((a, b) => toNumber(b.text) - toNumber(a.text))
    .at(0)
}

/** Opens listed reports until one prints a number above 0, which is printed nearly everywhere and proves little. */
async function openReportWithNumber(page: Page): Promise<LinkedNumber> {
  const { length } = await page.locator('main a[href*="/r/"]').all()
  for (let index = 0; index < length; index += 1) {
    await page.locator('main a[href*="/r/"]').nth(index).click()
    await page.waitForURL('**/r/*/')
    const number = await findNumber(page)
    if (number && toNumber(number.text) > 0) return number
    await page.goBack()
  }
  throw new Error(`Cannot follow a number: none of ${length} listed reports links a number above 0 to its line`)
}

/** Text of a source line without the ways back to its rows; read from the document, since lines off the screen are not laid out. */
function readLine(line: Locator): Promise<string> {
  return line.evaluate((node) => {
    const copy = node.cloneNode(true) as Element
    for (const anchor of copy.querySelectorAll('a.up')) anchor.remove()
    return copy.textContent ?? ''
  })
}

test('a reader goes from the home page to a number, to its line and to the same number in the download', async () => {
  const { page, context, faults } = await open({ viewport: { width: 1280, height: 800 } })
  try {
    await page.goto('/')
    await page.locator('a[href$="/reports/"]').first().click()
    await page.waitForURL('**/reports/')
    const number = await openReportWithNumber(page)
    await page.locator(`table a[href="${number.href}"]`, { hasText: number.text }).first().click()
    const target = page.locator('.lines li:target, .lines li:has(:target)')
    await expect.poll(() => target.count()).toBe(1)
    const line = Number((await target.getAttribute('id'))?.slice(1))
    expect(line).toBeGreaterThan(0)
    expect((await readLine(target)).replaceAll(',', '')).toContain(number.text.replaceAll(',', ''))
    await expect.poll(() => target.evaluate((node) => node.getBoundingClientRect().top < innerHeight)).toBe(true)

    const href = await page.locator('a[href$=".csv"]').first().getAttribute('href')
    const download = await context.request.get(new URL(href ?? '', page.url()).href)
    expect(download.status()).toBe(200)
    const records = readCsv(await download.text())
    const found = records.filter(
      (record) => Number(record['place_line']) === line && Number(record['value']) === toNumber(number.text),
    )
    expect(records.length).toBeGreaterThan(100)
    expect(found.length).toBeGreaterThan(0)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}, 120_000)

test('with scripts off the list of reports is reachable and names every report', async () => {
  const { page, context } = await open({ javaScriptEnabled: false })
  try {
    await page.goto('/')
    await page.locator('a[href$="/reports/"]').first().click()
    await page.waitForURL('**/reports/')
    const listed = await page
      .locator('main a[href*="/r/"]')
      .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')))
    const built = readdirSync(join(dist, 'r'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(new Set(listed).size).toBe(built.length)
    await page.locator('main a[href*="/r/"]').first().click()
    await expect.poll(() => page.locator('table a[href*="#L"], table a[href*="#v-"]').count()).toBeGreaterThan(0)
  } finally {
    await context.close()
  }
}, 120_000)

test('an unknown address answers 404 with a page that leads home', async () => {
  const { page, context } = await open()
  try {
    const response = await page.goto('/no/such/page/')
    expect(response?.status()).toBe(404)
    await expect.poll(() => page.locator('a[href="/"]').count()).toBeGreaterThan(0)
  } finally {
    await context.close()
  }
}, 120_000)
