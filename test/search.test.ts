import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { characterPairs, fold, forms } from '../packages/schema/src/index.ts'
import { findViolations } from './support/axe.ts'
import { dist } from './support/site.ts'
import { useSite } from './support/visits.ts'

const { open, visit } = useSite()

const widths = [1280, 360].map((width) => ({ viewport: { width, height: 800 } }))
const hits = (page: Page) => page.locator('.hit h3')
const status = (page: Page) => page.locator('[data-status]')

async function search(page: Page, query: string): Promise<void> {
  await page.locator('[name="q"]').fill(query)
  await page.locator('[name="q"]').press('Enter')
  await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, query)
  await page.waitForLoadState('networkidle')
}

describe.each(widths)('at $viewport.width', (options) => {
  test.each([
    ['a short name', '新荣区科技局', '大同市新荣区科学技术局'],
    ['a name in traditional script', '大同市新榮區科學技術局', '大同市新荣区科学技术局'],
    ['a short name in traditional script, spaced', '新 榮 區 科 技 局', '大同市新荣区科学技术局'],
  ])('%s finds the bureau', (_, query, name) =>
    visit('/reports/', options, async (page) => {
      await search(page, query)
      await expect.poll(() => hits(page).allTextContents()).toEqual([expect.stringContaining(name)])
      await expect.poll(() => status(page).textContent()).toContain('1')
    }),
  )

  test('a clause finds its report, shows it marked, and leads to its line', () =>
    visit('/reports/?q=没有收到有关政府信息公開的申請', options, async (page) => {
      await expect.poll(() => hits(page).count()).toBe(1)
      await expect.poll(() => page.locator('.hit mark').first().textContent()).toBe('没有收到有关政府信息公开的申请')
      await page.locator('.hit .snippet a').first().click()
      await page.waitForURL('**/r/*/#L*')
      const line = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
      expect((await line.textContent())?.replaceAll(/\s/g, '')).toContain('没有收到有关政府信息公开的申请')
    }))
})

test('the address holds all that is asked, and back and forward lead through it', () =>
  visit('/reports/', {}, async (page) => {
    const all = await hits(page).count()
    await search(page, '科技局')
    await page.locator('[name="year"]').selectOption('2022')
    await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe('2022')
    await expect.poll(() => hits(page).allTextContents()).toEqual([expect.stringContaining('2022')])
    await page.goBack()
    await expect.poll(() => page.locator('[name="year"]').inputValue()).toBe('')
    await expect.poll(() => hits(page).count()).toBeGreaterThan(1)
    await page.goBack()
    await expect.poll(() => page.locator('[name="q"]').inputValue()).toBe('')
    await expect.poll(() => hits(page).count()).toBe(all)
    await page.goForward()
    await page.goForward()
    await expect.poll(() => hits(page).count()).toBe(1)
    await expect.poll(() => page.locator('[name="year"]').inputValue()).toBe('2022')
  }))

test('the same address gives the same page when it is opened anew', () =>
  visit('/reports/?q=科技局&province=山西省&flag=balanced&sort=oldest', {}, async (page) => {
    await expect.poll(() => hits(page).count()).toBe(1)
    await expect.poll(() => page.locator('[name="province"]').inputValue()).toBe('山西省')
    await expect.poll(() => page.locator('[name="flag"][value="balanced"]').isChecked()).toBe(true)
    await expect.poll(() => page.locator('[name="sort"]').inputValue()).toBe('oldest')
  }))

test('with the keys alone a reader takes a suggestion and reaches the report', () =>
  visit('/reports/', {}, async (page) => {
    const field = page.locator('[name="q"]')
    await field.focus()
    await page.keyboard.type('大同', { delay: 20 })
    const options = page.locator('[role="option"]')
    await expect.poll(() => options.count()).toBeGreaterThan(0)
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const active = await field.getAttribute('aria-activedescendant')
    await expect.poll(() => page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('[role="listbox"]').isHidden()).toBe(true)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => options.count()).toBeGreaterThan(0)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toContain('大同市')
    await expect.poll(() => hits(page).count()).toBe(1)
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.closest('.hit') !== null)) break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/r/*/')
  }))

test('the box of the home page leads to the search with what was typed', () =>
  visit('/', {}, async (page) => {
    await page.locator('[name="q"]').fill('樟树')
    await page.locator('[name="q"]').press('Enter')
    await page.waitForURL('**/reports/?q=*')
    await expect.poll(() => hits(page).count()).toBe(1)
  }))

test.each(['/', '/en/'])('the box of %s suggests agencies and places, and leads to their page', (path) =>
  visit(path, { viewport: { width: 360, height: 800 } }, async (page) => {
    await page.locator('[name="q"]').fill('新荣区')
    const options = page.locator('[role="option"]')
    await expect.poll(() => options.count()).toBeGreaterThan(1)
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${path}region/140212/`)
  }),
)

test('a search without hits says so and offers a way out', () =>
  visit('/reports/?q=莫须有之词', {}, async (page) => {
    await expect.poll(() => status(page).textContent()).toBe('没有找到符合条件的报告。')
    await page.locator('[data-hint] a').click()
    await expect.poll(() => hits(page).count()).toBeGreaterThan(1)
  }))

test.each([
  ['/reports/', '{"version":1}', '检索文件的内容有误，暂时不能检索。报告仍可按地区、年度查找。'],
  [
    '/reports/?q=科技局',
    '<!doctype html><title>404</title>',
    '检索文件的内容有误，暂时不能检索。报告仍可按地区、年度查找。',
  ],
  [
    '/en/reports/?q=科技局',
    '[]',
    'The search files do not hold what they should, so there is no search for now. Reports are still found by place and year.',
  ],
])('%s says so where the catalogue is %s, and keeps its list', async (path, body, said) => {
  const { page, context, faults } = await open()
  try {
    await context.route('**/search/catalogue.json*', (route) =>
      route.fulfill({ contentType: 'application/json', body }),
    )
    await page.goto(path)
    await expect.poll(() => status(page).textContent()).toBe(said)
    await expect.poll(() => page.locator('[data-static] a').count()).toBeGreaterThan(0)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
})

test('the English page searches the same reports', () =>
  visit('/en/reports/?q=新荣区科技局', {}, async (page) => {
    await expect.poll(() => status(page).textContent()).toMatch(/: 1 \(/)
    expect(await hits(page).count()).toBe(1)
    await expect
      .poll(() => page.locator('[name="province"] option[value="山西省"]').textContent())
      .toMatch(/^Shanxi 山西省/)
  }))

test.each(
  ['/reports/?q=科技局 公开', '/en/reports/?q=科技局'].flatMap((path) =>
    (['light', 'dark'] as const).flatMap((colorScheme) => widths.map((width) => ({ path, colorScheme, ...width }))),
  ),
)('$path with hits is accessible, $colorScheme at $viewport.width', ({ path, ...options }) =>
  visit(path, options, async (page) => {
    await expect.poll(() => hits(page).count()).toBeGreaterThan(0)
    for (const details of await page.locator('[data-narrow], [data-group]').all())
      await details.evaluate((one) => one.setAttribute('open', ''))
    await page.locator('[name="q"]').fill('科')
    await expect.poll(() => page.locator('[role="option"]').count()).toBeGreaterThan(0)
    expect(await findViolations(page)).toEqual([])
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBe(0)
  }),
)

/** Scripts that a page loads, and those that they name: workers and parts; not those that `isLeftOut` names. */
function findScripts(page: string, isLeftOut: (name: string) => boolean): ReadonlySet<string> {
  const built = readdirSync(join(dist, '_astro')).filter((name) => name.endsWith('.js') && !isLeftOut(name))
  const found = new Set<string>()
  const follow = (source: string) => {
    for (const name of built) {
      if (found.has(name) || !source.includes(name)) continue
      found.add(name)
      follow(readFileSync(join(dist, '_astro', name), 'utf8'))
    }
  }
  follow(readFileSync(join(dist, page), 'utf8'))
  return found
}

/** What reads a catalogue in blocks, which few sites have, and what writes the list that a reader asks for. */
const isLoadedLater = (name: string): boolean => /^(?:block-engine|download)-/.test(name)

/** Compressed bytes of some scripts, without the table that folds traditional script. */
function weighScripts(names: readonly string[]): number {
  const sources = names.map((name) => readFileSync(join(dist, '_astro', name), 'utf8')).join('')
  return gzipSync(sources.replace(characterPairs, '').replace(/(["'`])一坏 一坯\|[^"'`]*\1/, '')).length
}

test('the scripts of the search weigh at most 25 KiB compressed, the folding table apart', () => {
  const others = [...findScripts('reports/index.html', isLoadedLater)]
  const later = [...findScripts('reports/index.html', () => false)].filter((name) => !others.includes(name))
  expect(others.length).toBeGreaterThan(1)
  expect(others.some((name) => readFileSync(join(dist, '_astro', name), 'utf8').includes(characterPairs))).toBe(true)
  expect(weighScripts(others)).toBeLessThan(25 * 1024)
  expect(later.filter(isLoadedLater)).toHaveLength(2)
  expect(weighScripts(later)).toBeLessThan(6000)
})

test('no label of the form and no bare number is in the searched text of any report', () => {
  const folder = join(dist, 'search/text')
  const toLetters = (text: string) => fold(text).replaceAll(/[^\p{L}]/gu, '')
  const blocks = Object.values(forms).flatMap((editions) => Object.values(editions).flatMap((form) => form.blocks))
  const labels = new Set(
    blocks.flatMap(({ rows, columns }) => [...rows, ...columns].map(({ label }) => toLetters(label.zh))),
  )
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
  const texts = lines.map((line) => toLetters(line.slice(line.indexOf('\t') + 1)))
  expect(labels.size).toBeGreaterThan(40)
  expect(texts.length).toBeGreaterThan(40)
  expect(texts.filter((text) => text === '' || labels.has(text))).toEqual([])
})
