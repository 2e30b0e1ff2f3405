import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'
import { launchBrowser, openPage, type WatchedPage } from './browser.ts'
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

/** The built site in a browser. */
export interface OpenSite {
  readonly browser: () => Browser
  /** Of the server, once the tests run. */
  readonly origin: () => string
  /** Opens an empty page, for whoever closes it. */
  readonly open: (options?: Options) => Promise<WatchedPage>
  readonly visit: Visit
}

/** Builds and serves the site for the tests of a file. */
export function useSite(): OpenSite {
  const findBrowser = useBrowser()
  let host: StaticHost
  beforeAll(async () => {
    await buildSite()
    host = await serveFolder(dist)
  })
  afterAll(() => host?.close())
  return {
    browser: findBrowser,
    origin: () => host.origin,
    open: (options) => openPage(findBrowser(), host.origin, options),
    visit: (...visit) => visitAt(findBrowser(), host.origin, ...visit),
  }
}
