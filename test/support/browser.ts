import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import packagedChromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const names = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser']
/** Where macOS and Windows put it, which is on no path. */
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
]
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const isPackaged = process.platform === 'linux' && process.arch === 'x64'

/** An installed Chrome or Chromium, `CHROME_PATH` first; undefined when the machine has none. */
function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env['CHROME_PATH'] ?? '', ...onPath, ...applications].find((path) => path !== '' && existsSync(path))
}

/**
 * The program of an installed browser, else of the registry package.
 *
 * @throws {Error} off Linux x64, for which alone that package is built, if none is installed
 */
export async function findBrowser(): Promise<string> {
  const installed = findInstalled()
  if (!installed && !isPackaged)
    throw new Error('Cannot test in a browser: install Chrome or Chromium, or name its program in CHROME_PATH')
  return installed ?? packagedChromium.executablePath()
}

/**
 * Starts an installed browser, else (or when that one does not start) the Chromium of the registry package.
 *
 * @throws {Error} off Linux x64, for which alone that package is built, if none is installed
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = findInstalled()
  if (!installed || !isPackaged) return chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
  const started = await chromium.launch({ executablePath: installed, args: browserFlags }).catch(() => undefined)
  return started ?? chromium.launch({ executablePath: await packagedChromium.executablePath(), args: browserFlags })
}

/** A page that keeps what a visitor should never meet: foreign requests, console errors, script failures. */
export interface WatchedPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: readonly string[]
}

/** Opens an empty page whose faults are collected; a request to another origin is refused as well as noted. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const faults: string[] = []
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN', ...options })
  await context.route('**', (route) => {
    const url = route.request().url()
    if (url.startsWith(`${origin}/`) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue()
    faults.push(`request leaves the origin: ${url}`)
    return route.abort()
  })
  const page = await context.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return { page, context, faults }
}
