import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toPercent } from '../../apps/site/src/words/format.ts'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'
import { findViolations } from '../support/axe.ts'
import { launchBrowser, openPage } from '../support/browser.ts'
import { expectCompared, idsOf, toGrouped, toSigned } from '../support/compared.ts'
import { readCsv } from '../support/csv.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import {
  agencyOf,
  type Facts,
  findBureau,
  findSeries,
  idOf,
  nameOf,
  need,
  type Row,
  readFacts,
  totalOf,
  yearOf,
} from '../support/facts.ts'
import { expectHits } from '../support/hits.ts'
import { readParquet } from '../support/parquet.ts'
import { type Reader, toKeys, toMouse } from '../support/reader.ts'
import { visitAt } from '../support/visits.ts'

/** The questions that a reader comes with, each answered on the site of invented reports within four steps from home. */
let demo: Demo
let host: StaticHost
let browser: Browser
let facts: Facts

beforeAll(async () => {
  demo = await buildDemo(120)
  facts = await readFacts(demo.dataset)
  host = await serveFolder(demo.site)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await host?.close()
  demo?.remove()
})

interface Walk {
  readonly page: Page
  readonly reader: Reader
  /** `/` or `/en/`. */
  readonly home: string
}

type Step = (walk: Walk) => Promise<void>

/** A question: the steps from the home page, and what must then be read. */
interface Journey {
  readonly steps: readonly Step[]
  readonly answer: Step
}

const words = (page: Page, selector: string) => page.locator(selector).first().innerText()
const findAgency =
  (report: Row): Step =>
  async ({ page, reader }) => {
    await reader.pick(page.locator('#q'), nameOf(report))
    await page.waitForURL(`**/agency/${encodeURIComponent(agencyOf(report))}/`)
  }

const journeys: Readonly<Record<string, () => Journey>> = {
  'does my bureau grant more or less than its peers': () => {
    const { report, rate } = findBureau(facts)
    const [own, peers] = [toPercent(Number(rate['value'])), toPercent(Number(rate['peer_median']))]
    const order = own === peers ? 0 : Number(rate['value']) > Number(rate['peer_median']) ? 1 : -1
    const said = { zh: ['低于', '等于', '高于'][order + 1], en: ['below', 'the same as', 'above'][order + 1] }
    const open: Step = async ({ page, reader }) => {
      await reader.follow(page.locator(`main a[href$="/r/${idOf(report)}/"]`))
      await page.waitForURL(`**/r/${idOf(report)}/`)
    }
    return {
      steps: [findAgency(report), open],
      async answer({ page, home }) {
        const sentence = await words(page, '#results')
        for (const part of [own, peers, said[home === '/' ? 'zh' : 'en'] ?? '']) expect(sentence).toContain(part)
      },
    }
  },
  'which bureaus of my province refused the largest share, and on what ground': () => {
    const given = facts.outcomes.filter((row) => row['group_id'] === 'refused' && row['share'] !== null)
    const placed = given.flatMap((row) => {
      const report = facts.reports.find((one) => idOf(one) === idOf(row))
      return report?.['province'] && report['year'] !== null ? [{ row, report }] : []
    })
    const { report: one } = need(placed[0], 'share of refusals in a province')
    const own = placed.filter(({ report }) => report['province'] === one['province'])
    const year = Math.max(...own.map(({ report }) => yearOf(report)))
    const expected = own
      .filter(({ report }) => yearOf(report) === year)
      .toSorted((a, b) => Number(b.row['share']) - Number(a.row['share']) || (idOf(a.row) < idOf(b.row) ? -1 : 1))
    const code = `${String(one['region_code']).slice(0, 2)}0000`
    const open: Step = async ({ page, reader }) => {
      await reader.follow(page.locator(`main a[href$="/region/${code}/"]`))
      await page.waitForURL(`**/region/${code}/`)
    }
    return {
      steps: [open],
      async answer({ page }) {
        const rows = await page.locator('section:has(#refusals) tbody tr').all()
        expect(rows.length).toBe(Math.min(10, expected.length))
        for (const [i, { row }] of expected.slice(0, 10).entries()) {
          const text = (await rows[i]?.locator('th, td').allInnerTexts()) ?? []
          const grounds = facts.requests.filter(
            (ground) => idOf(ground) === idOf(row) && String(ground['row_id']).startsWith('refused.'),
          )
          const most = Math.max(...grounds.map((ground) => Number(ground['total'] ?? 0)))
          expect(text.slice(1, 4)).toEqual([
            toPercent(Number(row['share'])),
            toGrouped(Number(row['request_count'])),
            toGrouped(Number(row['results_sum'])),
          ])
          expect(text[4]).toContain(most > 0 ? toGrouped(most) : '—')
        }
      },
    }
  },
  'what changed since last year': () => {
    const report = need(findSeries(facts)[0], 'agency of two years')
    const before = `${agencyOf(report)}-${yearOf(report) - 1}`
    const change = Number(totalOf(facts, idOf(report), 'new_received')) - Number(totalOf(facts, before, 'new_received'))
    return {
      steps: [findAgency(report)],
      async answer({ page }) {
        const row = page.locator('section:has(#years) tr', { hasText: /本年新收|New requests received/ })
        expect((await row.first().locator('td').allInnerTexts()).at(-1)).toBe(toSigned(change))
      },
    }
  },
  'how do two counties compare': () => {
    const { report: one } = findBureau(facts)
    const other = need(
      findSeries(facts).find((row) => agencyOf(row) !== agencyOf(one) && nameOf(row) !== nameOf(one)),
      'second agency',
    )
    const add =
      (report: Row): Step =>
      async ({ page, reader }) => {
        await reader.pick(page.locator('#compare-add'), nameOf(report))
        await page.waitForURL((url) => url.searchParams.getAll('r').includes(agencyOf(report)))
      }
    return {
      steps: [
        async ({ page, reader }) => {
          await reader.follow(page.locator('.site-header a[href$="/compare/"]'))
          await page.waitForURL('**/compare/')
        },
        add(one),
        add(other),
      ],
      async answer({ page }) {
        await expect.poll(() => page.locator('compare-page table').count()).toBe(2)
        await expect.poll(() => page.locator('.chosen li').count()).toBe(2)
        await expect.poll(() => page.locator('.compared-results h2').innerText()).toMatch(/\d/)
        await expectCompared(page, facts)
      },
    }
  },
  'the same bureau in the other language': () => {
    const { report } = findBureau(facts)
    return {
      steps: [
        findAgency(report),
        async ({ page, reader }) => {
          const path = new URL(page.url()).pathname
          await reader.follow(page.locator('.site-header .language a'))
          await page.waitForURL((url) => url.pathname !== path)
        },
      ],
      async answer({ page, home }) {
        const other = home === '/' ? '/en/agency/' : '/agency/'
        await expect.poll(() => new URL(page.url()).pathname).toBe(`${other}${agencyOf(report)}/`)
        await expect.poll(() => words(page, 'h1')).toContain(nameOf(report))
      },
    }
  },
}

const readers = { mouse: toMouse, keys: toKeys } as const
const settings = Object.keys(journeys).flatMap((question) =>
  (['/', '/en/'] as const).flatMap((home) =>
    [1280, 360].flatMap((width) => (['mouse', 'keys'] as const).map((way) => ({ question, home, width, way }))),
  ),
)

test.each(settings)(
  '$question: answered from $home at $width with the $way',
  async ({ question, home, width, way }) => {
    const { steps, answer } = need(journeys[question], 'such question')()
    expect(steps.length).toBeLessThanOrEqual(4)
    const { page, context, faults } = await openPage(browser, host.origin, { viewport: { width, height: 800 } })
    try {
      // No answer depends on the day of the reader.
      await page.clock.setFixedTime('2001-01-01')
      await page.goto(home)
      const walk = { page, reader: readers[way](page), home }
      for (const step of steps) await step(walk)
      await answer(walk)
      expect(faults).toEqual([])
    } finally {
      await context.close()
    }
  },
)

const visit = (path: string, steps: (page: Page) => Promise<void>, options = {}): Promise<void> =>
  visitAt(browser, host.origin, path, { acceptDownloads: true, ...options }, steps)

/** Reports of both editions, with and without failing sums, as a comparison of up to four. */
function toGroups(): readonly (readonly string[])[] {
  const dated = facts.reports.filter((row) => row['year'] !== null)
  const failing = dated.filter((row) => Number(row['edits_failed']) > 0).map(idOf)
  const [old, recent] = ['2019', '2021'].map((edition) => dated.filter((row) => row['requests_edition'] === edition))
  const [a = [], b = []] = [old?.map(idOf), recent?.map(idOf)]
  return [a.slice(0, 2), [...a.slice(2, 3), ...b.slice(0, 1)], failing.slice(0, 3), b.slice(1, 5)]
}

describe('the comparison', () => {
  test('states the numbers of the dataset, whatever the editions, and says where there is none', async () => {
    for (const ids of toGroups()) {
      expect(ids.length).toBeGreaterThan(1)
      const query = new URLSearchParams([...ids.map((id) => ['r', id]), ['all', '1']])
      await visit(`/compare/?${query}`, async (page) => {
        await expect.poll(() => idsOf(page)).toEqual(ids)
        await expectCompared(page, facts)
      })
    }
  })

  test('keeps the focus where a year was changed, says what is not held, and takes no fifth', async () => {
    const series = need(findSeries(facts)[0], 'agency of two years')
    const before = `${agencyOf(series)}-${yearOf(series) - 1}`
    await visit(`/compare/?r=${agencyOf(series)}`, async (page) => {
      await page.locator('.chosen select').focus()
      await page.locator('.chosen select').selectOption(before)
      await expect.poll(() => new URL(page.url()).searchParams.getAll('r')).toEqual([before])
      await expect.poll(() => idsOf(page)).toEqual([before])
      await expect
        .poll(() => page.locator('.chosen select').evaluate((node) => node === document.activeElement))
        .toBe(true)
      await page.goBack()
      await expect.poll(() => idsOf(page)).toEqual([idOf(series)])
    })
    const four = facts.reports.slice(0, 4).map(idOf)
    await visit(`/compare/?${new URLSearchParams([...four, 'one-more'].map((id) => ['r', id]))}`, async (page) => {
      await expect.poll(() => idsOf(page)).toEqual(four)
      await expect.poll(() => page.locator('#compare-add').isDisabled()).toBe(true)
    })
    await visit(`/compare/?r=${agencyOf(series)}-1999`, async (page) => {
      await expect.poll(() => page.locator('.chosen').textContent()).toContain(`没有收录“${agencyOf(series)}-1999”`)
    })
  })

  test('is downloaded with every line, its words inert', async () => {
    const [ids = []] = toGroups()
    await visit(`/compare/?${new URLSearchParams(ids.map((id) => ['r', id]))}`, async (page) => {
      const coming = page.waitForEvent('download')
      await page.locator('compare-page a[download]').click()
      const text = readFileSync(await (await coming).path(), 'utf8')
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(text.split('\r\n').length).toBeGreaterThan(60)
      expect(readCsv(text).length).toBe(text.trimEnd().split('\r\n').length - 1)
    })
  })

  test('with scripts off says what to do, and the years of an agency stand line by line', async () => {
    const series = need(findSeries(facts)[0], 'agency of two years')
    const withoutScripts = { javaScriptEnabled: false }
    await visit(
      '/compare/?r=x',
      async (page) => {
        await expect.poll(() => page.locator('compare-page a').first().isVisible()).toBe(true)
        await expect.poll(() => page.locator('compare-page form').isVisible()).toBe(false)
      },
      withoutScripts,
    )
    await visit(
      `/agency/${agencyOf(series)}/`,
      async (page) => {
        const row = page.locator('tr[data-key="requests.new_received.total"] td')
        expect((await row.allTextContents()).at(-2)?.trim()).toBe(
          toGrouped(Number(totalOf(facts, idOf(series), 'new_received'))),
        )
      },
      withoutScripts,
    )
  })

  test.each(['/compare/', '/en/compare/'])(
    '%s is accessible, empty and full, light and dark, wide and narrow',
    async (path) => {
      for (const query of ['', `?${new URLSearchParams((toGroups()[2] ?? []).map((id) => ['r', id]))}`]) {
        await visit(path + query, async (page) => {
          if (query !== '') await page.locator('table.compare').waitFor()
          for (const width of [1280, 360, 320]) {
            await page.setViewportSize({ width, height: 800 })
            const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
            expect(wider, `${query} ${width}`).toBeLessThanOrEqual(0)
            for (const colorScheme of ['light', 'dark'] as const) {
              await page.emulateMedia({ colorScheme })
              expect(await findViolations(page), `${query} ${colorScheme} ${width}`).toEqual([])
            }
          }
        })
      }
    },
    120_000,
  )
})

test.each(['/reports/', '/en/reports/'])(
  '%s states place and numbers of each hit as the dataset does',
  async (path) => {
    const regions = await readParquet(demo.dataset, 'regions')
    await visit(path, async (page) => {
      for (const shown of [10, 20]) {
        await expect.poll(() => page.locator('.hit').count()).toBe(shown)
        if (shown === 10) await page.locator('[data-more] a').first().click()
      }
      expect(await expectHits(page, facts, regions, path.startsWith('/en/'))).toBeGreaterThan(10)
    })
  },
)

describe('a facet of the search', () => {
  /** Reports by id → the numbers that a reader narrows down by. */
  const numbersOf = (row: Row) => {
    const own = facts.outcomes.filter((outcome) => idOf(outcome) === idOf(row))
    const countOf = (group: string) => own.find((outcome) => outcome['group_id'] === group)?.['request_count']
    const sum = Number(own[0]?.['results_sum'] ?? 0)
    const refused = countOf('refused')
    return {
      received: totalOf(facts, idOf(row), 'new_received'),
      refused: typeof refused === 'number' && sum >= 30 ? (100 * refused) / sum : undefined,
    }
  }
  const isIn = (value: unknown, from: number, below: number) =>
    typeof value === 'number' && value >= from && value < below
  const isNot0 = (row: Row, key: string) => Number(totalOf(facts, idOf(row), key) ?? 0) !== 0

  test.each([
    ['received=0', (row: Row) => isIn(numbersOf(row).received, 0, 1)],
    ['received=10-99', (row: Row) => isIn(numbersOf(row).received, 10, 100)],
    ['refused=25-100', (row: Row) => isIn(numbersOf(row).refused, 25, 101)],
    ['row=refused.state_secret', (row: Row) => isNot0(row, 'refused.state_secret')],
    [
      'row=unprocessed.repeated&received=100-',
      (row: Row) => isNot0(row, 'unprocessed.repeated') && isIn(numbersOf(row).received, 100, Number.POSITIVE_INFINITY),
    ],
  ])('%s finds the reports that the dataset has, and hands them out', async (query, isMeant) => {
    const expected = facts.reports.filter(isMeant).map(idOf).toSorted()
    expect(expected.length).toBeGreaterThan(0)
    await visit(`/reports/?${query}`, async (page) => {
      const coming = page.waitForEvent('download')
      await page.locator('[data-take]').click()
      const text = readFileSync(await (await coming).path(), 'utf8')
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(
        readCsv(text)
          .map((row) => row['report_id'])
          .toSorted(),
      ).toEqual(expected)
      await expect.poll(() => page.locator('[data-status]').textContent()).toContain(` ${expected.length} `)
    })
  })

  test('is offered to who searches for the label of a row', async () => {
    await visit('/reports/?q=重复申请', async (page) => {
      const count = facts.reports.filter((row) => isNot0(row, 'unprocessed.repeated')).length
      const link = page.locator('[data-labels] a').first()
      await expect.poll(() => link.textContent()).toContain(`（${count} 份）`)
      await link.click()
      await expect.poll(() => page.locator('[data-status]').textContent()).toContain(` ${count} `)
      await expect.poll(() => page.locator('[name="row"]').inputValue()).toBe('unprocessed.repeated')
    })
  })
})
