import type { Page, Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { toGrouped } from '../apps/site/src/words/format.ts'
import { generateReports } from '../apps/site/test/search/generate.ts'
import { toBlockLibrary } from '../apps/site/test/search/library.ts'
import { shelf } from '../apps/site/test/search/shelf.ts'
import { useSite } from './support/visits.ts'

const { open } = useSite()
/** The search files of a large site, which stand in for those that were built. */
const library = toBlockLibrary([...shelf, ...generateReports(2000, 5)])
const total = toGrouped(library.engine.total)

function answer(route: Route): Promise<void> {
  const path = decodeURIComponent(new URL(route.request().url()).pathname.slice(1))
  const [, id] = /^search\/text\/(.*)\.txt$/.exec(path) ?? []
  const file = id === undefined ? library.files.get(path) : library.textOf(id)
  if (file === undefined) return route.fulfill({ status: 404 })
  return route.fulfill({ body: typeof file === 'string' ? file : Buffer.from(file) })
}

/** Opens a page of the large site, and closes it when the steps are done; none of them may leave a fault. */
async function visit(path: string, steps: (page: Page) => Promise<void>): Promise<void> {
  const { page, context, faults } = await open()
  try {
    await context.route('**/search/**', answer)
    await page.goto(path)
    await steps(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const hits = (page: Page) => page.locator('.hit h3')
const status = (page: Page) => page.locator('[data-status]')
const countedOptions = (page: Page, facet: string) =>
  page.locator(`[name="${facet}"] option`, { hasText: /（[\d,]+）/ }).count()

test.each([
  ['海淀卫健委', '北京市海淀区卫生健康委员会', 2],
  ['三審三校 新荣区', '大同市新荣区科学技术局', 1],
  ['宅基地', '白石镇', 1],
])('%s finds %s among the reports of a large site', (query, name, count) =>
  visit(`/reports/?q=${encodeURIComponent(query)}`, async (page) => {
    await expect.poll(() => hits(page).count()).toBe(count)
    expect(await hits(page).first().textContent()).toContain(name)
    await expect.poll(() => status(page).textContent()).toBe(`找到 ${count} 份报告（共收录 ${total} 份）。`)
  }),
)

test('a number stands beside a choice only where it is known', () =>
  visit('/reports/', async (page) => {
    await expect.poll(() => hits(page).count()).toBe(10)
    expect(await countedOptions(page, 'level')).toBeGreaterThan(0)
    await page.locator('[name="level"]').selectOption('county')
    await expect.poll(() => countedOptions(page, 'level')).toBe(0)
    expect(await countedOptions(page, 'province')).toBeGreaterThan(4)
    expect(await countedOptions(page, 'year')).toBeGreaterThan(2)
    await expect.poll(() => page.locator('[name="level"] option:disabled').count()).toBe(0)
  }))

test('the box of the home page suggests an agency with the number of its reports', () =>
  visit('/', async (page) => {
    await page.locator('[name="q"]').fill('海淀区卫健委')
    await expect
      .poll(() => page.locator('[role="option"]').allTextContents())
      .toEqual([expect.stringMatching(/北京市海淀区卫生健康委员会.*2 份/s)])
  }))
