/**
 * `npm run pictures`: draws the pictures of the README from the built site, in docs/pictures. The draft they show is the
 * document that the README shows as text. The fonts come from a package, whatever the machine has.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { toFontStyle } from '../packages/extract/test/generate/pdf.ts'
import { launchBrowser } from '../test/support/browser.ts'
import { serveFolder } from './serve/listen.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs/pictures')
const draft = readFileSync(join(root, 'packages/extract/test/corpus/wrong-total/source.html'))
const width = 1100

/** What is drawn: from the top of one element to the end of another. */
const pictures = [
  { name: 'check-form.png', from: 'h1', to: '[data-form]' },
  { name: 'check-result.png', from: '[data-result] h2', to: '.proposed' },
  { name: 'check-table.png', from: '.form-requests', to: '.form-requests tr:nth-of-type(7)' },
] as const

async function draw(page: Page, { name, from, to }: (typeof pictures)[number]): Promise<void> {
  const boxOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox()
    if (!box) throw new RangeError(`Cannot draw ${name}: "${selector}" is not on the page`)
    return box
  }
  const [{ y }, end] = [await boxOf(from), await boxOf(to)]
  const clip = { x: 0, y: y - 12, width, height: end.y + end.height - y + 24 }
  const bytes = await page.screenshot({ clip, fullPage: true })
  writeFileSync(join(folder, name), bytes)
  console.log(`docs/pictures/${name}: ${bytes.length} bytes`)
}

const dist = join(root, 'apps/site/dist')
if (!existsSync(join(dist, 'check/index.html')))
  throw new Error(`"${dist}" must hold a built site; run npm run build first`)
mkdirSync(folder, { recursive: true })
const host = await serveFolder(dist)
const browser = await launchBrowser()
try {
  // The policy of the page allows no style but its own; the fonts of the pictures are not its own.
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN', bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`${host.origin}/check/`, { waitUntil: 'networkidle' })
  await page.addStyleTag({ content: `${toFontStyle()} body { font: 1rem/1.7 latin, chinese-simplified }` })
  await page.locator('[data-file]').setInputFiles({ name: '年报草稿.html', mimeType: 'text/html', buffer: draft })
  await page.locator('[data-verdict]').waitFor()
  // Boxes are measured from the top of the window.
  await page.evaluate(() => {
    document.querySelector<HTMLElement>(':focus')?.blur()
    scrollTo(0, 0)
  })
  for (const picture of pictures) await draw(page, picture)
} finally {
  await browser.close()
  await host.close()
}
