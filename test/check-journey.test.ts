import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPdf } from '../packages/extract/src/readers/pdf/read-pdf.ts'
import { status, toFile, waitForAnswer } from './support/check-page.ts'
import type { Draft } from './support/drafts.ts'
import { useSite } from './support/visits.ts'

const { visit } = useSite()

const wrong = readFileSync(join(import.meta.dirname, '../packages/extract/test/corpus/wrong-total/source.html'), 'utf8')
const toDraft = (name: string, html: string): Draft => ({ name, bytes: new TextEncoder().encode(html) })

/** Goes on with Tab until the focus is where it should be. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < 200; stop += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Cannot reach "${selector}" with the Tab key`)
}

/** Opens the dialog of the browser with a key and takes a file in it, as an official does. */
async function chooseByKeys(page: Page, draft: Draft): Promise<void> {
  // Asked for before the steps of Tab: right before Enter it can come too late to catch the dialog.
  const dialog = page.waitForEvent('filechooser')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await tabTo(page, '[data-file]')
  await page.keyboard.press('Enter')
  await page.locator('draft-check').evaluate((root) => root.setAttribute('aria-busy', 'true'))
  await (await dialog).setFiles(toFile(draft))
  await waitForAnswer(page)
  await expect.poll(() => status(page).textContent()).toBe(`“${draft.name}” is checked.`)
  // What was found is where a screen reader goes on.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('check-result')
}

/** What the tree of a screen reader says of the result. */
const readTree = (page: Page) => page.locator('[data-result]').ariaSnapshot()

const printPage = (page: Page) => page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm' } })

/** The words of a printed page, as our own reader takes them. */
async function readPrinted(pdf: Buffer): Promise<string> {
  const { blocks } = await readPdf(new Uint8Array(pdf))
  return JSON.stringify(blocks).replaceAll(/\s+/g, ' ')
}

test('an official mends a draft with the keys alone, told by a screen reader, and prints that it holds', () =>
  visit('/en/check/', {}, async (page) => {
    await chooseByKeys(page, toDraft('draft.html', wrong))
    const tree = await readTree(page)
    for (const line of [
      '42 sum edits assessed, 2 failing.',
      '- deletion: "9"',
      '- insertion: "7"',
      'cell "9 stands in a sum',
    ])
      expect(tree).toContain(line)
    expect(await readPrinted(await printPage(page))).toContain('2 failing')
    await chooseByKeys(page, toDraft('mended.html', wrong.replace(/(予以公开[\s\S]*?>)9(<)/, '$17$2')))
    const mended = await readTree(page)
    expect(mended).toContain('42 sum edits assessed, all of them hold.')
    expect(mended).not.toContain('- deletion')
    await tabTo(page, '[data-view] button, .actions button')
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', '')
    })
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('[data-printed]').count()).toBe(1)
    expect(await readPrinted(await printPage(page))).toContain('all of them hold')
  }))

test.each([
  ['/check/', 2],
  ['/en/check/', 3],
])('on %s a report of which every sum fails is printed on %i pages', (path, pages) =>
  visit(path, {}, async (page) => {
    // Every number of the third table is another one: hardly a sum is left that holds.
    let count = 0
    const [before = '', table = ''] = wrong.split(/(?=本年新收政府信息公开申请数量)/)
    const broken =
      before +
      table.replaceAll(/>\d+</g, () => {
        count += 1
        return `>${(7 * count) % 97}<`
      })
    await page.locator('draft-check').evaluate((root) => root.setAttribute('aria-busy', 'true'))
    await page.locator('[data-file]').setInputFiles(toFile(toDraft('broken.html', broken)))
    await waitForAnswer(page)
    await expect.poll(() => page.locator('[data-check]').count()).toBe(42)
    const pdf = await printPage(page)
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(pages)
  }),
)
