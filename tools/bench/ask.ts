import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { serveFolder } from '../serve/listen.ts'

/** What one question cost a reader who comes with an empty cache. */
export interface Cost {
  readonly query: string
  readonly found: readonly string[]
  /** Whether all that was found is in `found`; else only what is shown is. */
  readonly isWhole: boolean
  /** Bytes over the line: text compressed as hosts do, other files as they are. */
  readonly bytes: number
  readonly requests: number
  readonly milliseconds: number
}

/** A way to search, as a reader's browser does it. */
export interface Searcher {
  readonly open: (page: Page) => Promise<void>
  /** Finds and shows the first ten; milliseconds. */
  readonly ask: (page: Page, query: string) => Promise<number>
  /** Everything found, by report id; not part of what is measured. */
  readonly findAll: (page: Page, query: string) => Promise<readonly string[]>
}

const compressed = new Set(['.html', '.js', '.json', '.txt', '.css'])

function weigh(folder: string, url: string): number {
  const path = join(folder, decodeURIComponent(new URL(url).pathname))
  if (!existsSync(path) || !statSync(path).isFile()) return 0
  return compressed.has(extname(path)) ? gzipSync(readFileSync(path)).length : statSync(path).size
}

/** Asks each question in a new browser context, and counts what it loads after the search has opened. */
export async function measure(
  browser: Browser,
  folder: string,
  searcher: Searcher,
  queries: readonly string[],
): Promise<{ readonly opening: number; readonly costs: readonly Cost[] }> {
  const host = await serveFolder(folder)
  const costs: Cost[] = []
  let opening = 0
  for (const query of queries) {
    const context = await browser.newContext({ baseURL: host.origin })
    const urls: string[] = []
    context.on('request', (request) => urls.push(request.url()))
    const page = await context.newPage()
    await page.goto('/')
    await searcher.open(page)
    const opened = urls.splice(0)
    opening = opened.reduce((sum, url) => sum + weigh(folder, url), 0)
    const milliseconds = await searcher.ask(page, query)
    const asked = urls.splice(0)
    const bytes = asked.reduce((sum, url) => sum + weigh(folder, url), 0)
    const found = await searcher.findAll(page, query)
    costs.push({ query, found, isWhole: true, bytes, requests: asked.length, milliseconds })
    await context.close()
  }
  await host.close()
  return { opening, costs }
}
