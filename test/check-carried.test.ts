import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { CarriedFile } from '../packages/schema/src/index.ts'
import { check, status, waitForAnswer } from './support/check-page.ts'
import { type Draft, readInNode } from './support/drafts.ts'
import { dist } from './support/site.ts'
import { useSite } from './support/visits.ts'

const { visit } = useSite()

/** The draft of a report of 2023; it carries one request of a natural person in. */
const draft: Draft = {
  name: 'draft.html',
  bytes: new Uint8Array(
    readFileSync(join(import.meta.dirname, '../packages/extract/test/corpus/wrong-total/source.html')),
  ),
}

/** A list in which the body of the draft carried something forward. */
async function toList(year: number, carried: readonly number[]): Promise<CarriedFile> {
  const { columns } = JSON.parse(readFileSync(join(dist, 'check/carried/2022.json'), 'utf8')) as CarriedFile
  const [report] = (await readInNode(draft)).reports
  if (!report) throw new RangeError('No report was read in the draft')
  const { agencyId, agencyName } = report.identity
  const own = {
    reportId: `${agencyId}-${year}`,
    agencyId,
    name: agencyName,
    place: '陕西省延安市安塞区',
    carried: [...carried],
  }
  return { year, columns, reports: [{ ...own, reportId: 'x', agencyId: 'x', name: '别的机关' }, own] }
}

/** Chooses a list that lies on this machine. */
async function chooseList(page: Page, text: string): Promise<string | null> {
  const file = { name: 'list.json', mimeType: 'application/json', buffer: Buffer.from(text) }
  await page.locator('draft-check').evaluate((root) => root.setAttribute('aria-busy', 'true'))
  await page.locator('.asking input').setInputFiles(file)
  await waitForAnswer(page)
  return status(page).textContent()
}

test('a button asks for the list of the year before, as it says, and for nothing else', () =>
  visit('/check/', {}, async (page) => {
    await check(page, draft)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await expect.poll(() => page.locator('.asking').textContent()).toContain('请求 /check/carried/2022.json')
    await page.getByRole('button', { name: /^取得 2022 年清单（约 \d+KB）$/ }).click()
    await waitForAnswer(page)
    await expect
      .poll(() => page.locator('[data-carried]').textContent())
      .toContain('2022 年的清单中没有“延安市安塞区文化和旅游局”')
    expect(asked).toEqual(['/check/carried/2022.json'])
  }))

test.each([
  [2022, [1, 0, 0, 0, 0, 0, 1], '能比的 7 栏，上年结转与 2022 年报告的结转下年度一致', 0],
  [2022, [2, 0, 0, 0, 0, 0, 2], '有 2 栏上年结转与 2022 年报告的结转下年度不一致', 2],
  [2021, [2, 0, 0, 0, 0, 0, 2], '草稿是 2023 年度报告，应当与 2022 年的清单核对', 0],
])('with a list of %d in which %j was carried forward it says: %s', (year, carried, said, failing) =>
  visit('/check/', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await check(page, draft)
    expect(await chooseList(page, JSON.stringify(await toList(year, carried)))).toContain(said)
    await expect.poll(() => page.locator('[data-carry="fail"]').count()).toBe(failing)
    await page.getByRole('button', { name: '复制为文字' }).click()
    await expect.poll(() => status(page).textContent()).toBe('已复制。')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(said)
  }),
)

test.each(['{"year":2022}', 'not a list'])('a file that is no list is refused: %s', (text) =>
  visit('/check/', {}, async (page) => {
    await check(page, draft)
    expect(await chooseList(page, text)).toBe('所选文件不是本页提供的年度清单。')
    await expect.poll(() => page.locator('[data-carried]').textContent()).toBe('所选文件不是本页提供的年度清单。')
  }),
)
