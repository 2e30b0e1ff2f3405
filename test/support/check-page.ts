import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'
import { launchBrowser, openPage } from './browser.ts'
import type { Draft } from './drafts.ts'
import { buildSite, dist } from './site.ts'

type Options = Parameters<typeof openPage>[2]

/** Opens a page, and closes it when the steps are done; none of them may leave a fault. */
export type Visit = (path: string, options: Options, steps: (page: Page) => Promise<void>) => Promise<void>

/** Visits pages of an origin. */
export async function visitAt(
  browser: Browser,
  origin: string,
  ...[path, options, steps]: Parameters<Visit>
): Promise<void> {
  const { page, context, faults } = await openPage(browser, origin, options)
  try {
    await page.goto(path, { waitUntil: 'networkidle' })
    await steps(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

/** Starts a browser for the tests of a file. */
export function useBrowser(): () => Browser {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  return () => browser
}

/** Builds and serves the site for the tests of a file. */
export function useSite(): Visit {
  const findBrowser = useBrowser()
  let host: StaticHost
  beforeAll(async () => {
    await buildSite()
    host = await serveFolder(dist)
  })
  afterAll(() => host?.close())
  return (...visit) => visitAt(findBrowser(), host.origin, ...visit)
}

/** Where the page of the check says what happens. */
export const status = (page: Page) => page.locator('[data-status]')

export const toFile = ({ name, bytes }: Draft) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })

export const waitForAnswer = (page: Page) =>
  page.waitForFunction(() => document.querySelector('draft-check')?.ariaBusy === 'false')

/** Chooses a file and waits for the answer. */
export async function check(page: Page, draft: Draft): Promise<void> {
  // The file is opened before anything is seen of it.
  await page.locator('draft-check').evaluate((root) => root.setAttribute('aria-busy', 'true'))
  await page.locator('[data-file]').setInputFiles(toFile(draft))
  await waitForAnswer(page)
}

/** Loads all parts and keeps them. */
export async function prepare(page: Page): Promise<void> {
  await page.locator('[data-prepare]').click()
  await waitForAnswer(page)
  expect(await status(page).textContent()).toContain('断网后刷新或者重新打开本页，也能核对')
}
