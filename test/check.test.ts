import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { isSum, showReport } from '../packages/extract/src/browser.ts'
import { forms, type LedgerEntry, type Report, reasonCodes, toBalanceEdits } from '../packages/schema/src/index.ts'
import { check, prepare, status, toFile, waitForAnswer } from './support/check-page.ts'
import { type Draft, readInNode, toDraft, toDrafts } from './support/drafts.ts'
import { dist } from './support/site.ts'
import { useSite } from './support/visits.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Drafts that go through the page; `DRAFTS=60` for the proof. */
const draftCount = Number(process.env['DRAFTS'] ?? 20)

const { visit } = useSite()

/** Loads all parts; what is asked for after that is kept. */
async function prepareAndListen(page: Page): Promise<readonly string[]> {
  await prepare(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return asked
}

/** What the page shows of a draft, in a form that can be compared. */
const readShown = (page: Page) =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(`[data-view] ${selector}`)]
    const list = (name: string) => all(`[data-${name}]`).map((node) => node.dataset[name] ?? '')
    return {
      verdicts: list('verdict'),
      sentences: all('.verdict').map((node) => node.textContent ?? ''),
      failing: list('check'),
      proposed: list('proposed'),
      cells: all('td[data-key]').map(({ dataset, firstElementChild }) =>
        [dataset['key'], dataset['state'], dataset['state'] === 'value' ? firstElementChild?.textContent : ''].join(
          '|',
        ),
      ),
    }
  })

function toExpected({ document, reports }: LedgerEntry) {
  const failing = reports.flatMap(({ findings }) => findings.filter((one) => isSum(one) && one.status === 'fail'))
  // A table that was not found is said to be missing as a whole.
  const cells = reports.flatMap(({ cells, editions }) => cells.filter(({ formId }) => editions[formId] !== null))
  return {
    isRefused: document.status !== 'extracted',
    why: document.reason === null ? '' : reasonCodes[document.reason].zh,
    failing: failing.map(({ checkId }) => checkId),
    proposed: reports.flatMap(({ proposals }) => proposals.map((one) => `${one.key}=${one.proposedValue}`)),
    cells: cells.map(({ key, state, value }) => [key, state, state === 'value' ? value : ''].join('|')).toSorted(),
    verdicts: reports.map(toVerdict),
  }
}

function toVerdict({ findings, evidence }: Report): string {
  const sums = findings.filter(isSum)
  if (sums.some(({ status }) => status === 'fail')) return 'bad'
  const isAll = sums.length > 0 && sums.every(({ status }) => status === 'pass')
  return isAll && evidence.requests === 'arithmetic' ? 'good' : 'none'
}

const corpus = join(import.meta.dirname, '../packages/extract/test/corpus')

/** A file of a folder of the test corpus, else of the first folder that holds one of its name. */
function readCorpusFile(name: string, folder?: string): Uint8Array {
  const found = folder ?? readdirSync(corpus).find((one) => existsSync(join(corpus, one, name)))
  if (found === undefined) throw new RangeError(`No folder of the test corpus holds "${name}"`)
  return new Uint8Array(readFileSync(join(corpus, found, name)))
}

/** What a browser may keep for a page. */
const readKept = (page: Page) =>
  page.evaluate(async () => ({
    storage: [localStorage.length, sessionStorage.length, document.cookie],
    databases: await indexedDB.databases(),
    history: history.length,
    address: location.href,
  }))

test(`${draftCount} drafts are read as in Node, and nothing is asked for or kept`, { timeout: 600_000 }, () =>
  visit('/check/', {}, async (page) => {
    const asked = await prepareAndListen(page)
    const kept = await readKept(page)
    const tally = { good: 0, bad: 0, none: 0, refused: 0, proposed: 0 }
    for (const draft of toDrafts(draftCount)) {
      await check(page, draft)
      const [shown, entry] = [await readShown(page), await readInNode(draft)]
      const { isRefused, why, ...expected } = toExpected(entry)
      if (isRefused) {
        tally.refused += 1
        expect([draft.name, shown.sentences, shown.cells]).toEqual([draft.name, [expect.stringContaining(why)], []])
        continue
      }
      const { sentences, ...found } = { ...shown, cells: shown.cells.toSorted() }
      expect({ draft: draft.name, ...found }).toEqual({ draft: draft.name, ...expected })
      for (const verdict of found.verdicts) tally[verdict as 'good' | 'bad' | 'none'] += 1
      tally.proposed += found.proposed.length
    }
    expect(Object.entries(tally).filter(([, count]) => count === 0)).toEqual([])
    expect(asked).toEqual([])
    expect(await readKept(page)).toEqual(kept)
  }),
)

test('before anything is prepared, a draft has fixed parts fetched and nothing else', () =>
  visit('/check/', {}, async (page) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await check(page, toDraft('docx', 7, 1))
    const { reader } = JSON.parse(readFileSync(join(dist, 'check/parts.json'), 'utf8'))
    expect(asked.toSorted()).toEqual(reader.map(({ path }: { path: string }) => `/${path}`).toSorted())
    await expect.poll(() => page.locator('[data-parts]').textContent()).toMatch(/约 \d+KB；核对 PDF 另需约 \d\.\dMB/)
  }))

test.each([
  ['source.pdf', 'pdf-table-over-pages-with-page-numbers'],
  ['source.doc', undefined],
] as const)('%s is read with fixed parts, and nothing is asked for once they are here', (name, folder) =>
  visit('/check/', {}, async (page) => {
    const draft = { name, bytes: readCorpusFile(name, folder) }
    const asked = await prepareAndListen(page)
    await check(page, draft)
    const { failing, proposed, cells } = toExpected(await readInNode(draft))
    expect(cells.length).toBeGreaterThan(0)
    const shown = await readShown(page)
    expect([shown.failing, shown.proposed, shown.cells.toSorted()]).toEqual([failing, proposed, cells])
    await check(page, draft)
    expect((await readShown(page)).cells).toEqual(shown.cells)
    expect(asked).toEqual([])
  }),
)

test('the result is copied as the text that inspect prints', () =>
  visit('/check/', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const draft = toDraft('html', 12, 1)
    await check(page, draft)
    await page.getByRole('button', { name: '复制为文字' }).click()
    await expect.poll(() => status(page).textContent()).toBe('已复制。')
    const { document, reports } = await readInNode(draft)
    const expected = reports.map((report) => showReport(document, report, 'zh')).join('\n\n')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(expected)
  }))

test('an official drops a draft, reads the cell, mends it and drops it again', () =>
  visit('/en/check/', {}, async (page) => {
    const drop = async ({ name, bytes }: Draft) => {
      const base64 = Buffer.from(bytes).toString('base64')
      const data = await page.evaluateHandle(
        ([name = '', base64 = '']) => {
          const transfer = new DataTransfer()
          transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name))
          return transfer
        },
        [name, base64],
      )
      await page.dispatchEvent('[data-drop]', 'drop', { dataTransfer: data })
      await expect.poll(() => status(page).textContent()).toBe(`“${name}” is checked.`)
    }
    const wrong = readFileSync(join(import.meta.dirname, '../packages/extract/test/corpus/wrong-total/source.html'))
    await drop({ name: 'draft.html', bytes: wrong })
    await expect.poll(() => page.locator('[data-verdict]').textContent()).toContain('42 sum edits assessed, 2 failing.')
    await expect
      .poll(() => page.locator('[data-proposed]').getAttribute('data-proposed'))
      .toBe('requests.granted.total=7')
    await expect.poll(() => page.locator('td.wrong').textContent()).toContain('→ 7?')
    const mended = wrong.toString().replace(/(予以公开[\s\S]*?>)9(<)/, '$17$2')
    await drop({ name: 'mended.html', bytes: Buffer.from(mended) })
    await expect.poll(() => page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('good')
    await expect.poll(() => page.locator('[data-check], td.doubtful').count()).toBe(0)
  }))

test('with the keys alone a draft is pasted and checked', () =>
  visit('/check/', {}, async (page) => {
    // Listened for before the key is pressed: the browser has to be told to hold the dialog back.
    let opened = 0
    page.on('filechooser', () => {
      opened += 1
    })
    await page.locator('[data-file]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => opened).toBe(1)
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('check-paste')
    const text = new TextDecoder().decode(toDraft('text', 21, 1).bytes)
    await page.keyboard.insertText(text)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await waitForAnswer(page)
    await expect.poll(() => status(page).textContent()).toBe('“粘贴的内容”核对完毕。')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('check-result')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('打印核对结果')
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', '')
    })
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('[data-printed]').count()).toBe(1)
  }))

test('a screen reader is told the verdict, both sides, the cell and what would restore it', () =>
  visit('/check/', {}, async (page) => {
    await check(page, { name: '草稿.html', bytes: readCorpusFile('source.html', 'wrong-total') })
    const tree = await page.locator('[data-result]').ariaSnapshot()
    for (const line of [
      '- heading "核对结果" [level=2]',
      '- paragraph: ✕ 建议复核后再公布：勾稽关系核对了 42 项，2 项不符。',
      '- paragraph: （一）予以公开：自然人 6 + 商业企业 1 = 7，而总计 9',
      '- deletion: "9"',
      '- insertion: "7"',
      '- listitem: 未见问题： 六个部分齐全，次序不乱',
      '- cell "9 见于不符的等式 → 7?"',
    ])
      expect(tree).toContain(line)
  }))

const countPages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

test.each(['/check/', '/en/check/'])(
  'on %s a result is printed on two pages, with rules and without the form',
  (path) =>
    visit(path, {}, async (page) => {
      await check(page, { name: '草稿.html', bytes: readCorpusFile('source.html', 'wrong-total') })
      expect(countPages(await page.pdf({ format: 'A4', margin: { top: '1cm', bottom: '1cm' } }))).toBe(2)
      await page.emulateMedia({ media: 'print' })
      await expect
        .poll(() => page.locator('[data-form], .asking, .sum-list, .draft-notes').filter({ visible: true }).count())
        .toBe(0)
      await expect.poll(() => page.locator('draft-check').innerText()).toContain('国办公开办函〔2021〕30号')
    }),
)

test('a table pasted from an editor keeps its cells', () =>
  visit('/check/', {}, async (page) => {
    const draft = toDraft('html', 12, 1)
    const html = new TextDecoder().decode(draft.bytes)
    await page.evaluate((html) => {
      const field = document.querySelector<HTMLTextAreaElement>('[data-paste]')
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      field?.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
      if (field) field.value = 'the same as text'
      field?.dispatchEvent(new InputEvent('input'))
    }, html)
    await page.getByRole('button', { name: '核对粘贴的内容' }).click()
    await waitForAnswer(page)
    const { cells } = toExpected(await readInNode(draft))
    expect((await readShown(page)).cells.toSorted()).toEqual(cells)
  }))

test.each([
  ['takes too long', '读取这份文件超过 30 秒', (page: Page) => page.clock.fastForward(30_001)],
  ['is stopped', '已经停止。', (page: Page) => page.locator('[data-stop]').click()],
])('a draft that %s is ended, and the next one is read', (_, said, end) =>
  visit('/check/', {}, async (page) => {
    await page.clock.install()
    await page.evaluate(() => {
      const { postMessage } = Worker.prototype
      // The first draft never reaches the worker: as if it read for ever.
      Worker.prototype.postMessage = function (this: Worker, message: { kind: string }) {
        if (message.kind !== 'read' || 'held' in globalThis) postMessage.call(this, message)
        else Object.assign(globalThis, { held: true })
      } as typeof postMessage
    })
    await page.locator('[data-file]').setInputFiles(toFile(toDraft('text', 4, 0)))
    await expect.poll(() => page.workers().length).toBe(1)
    await page.waitForFunction(() => 'held' in globalThis)
    await end(page)
    await expect.poll(() => status(page).textContent()).toContain(said)
    await expect.poll(() => page.workers().length).toBe(0)
    await check(page, toDraft('text', 4, 0))
    await expect.poll(() => page.locator('[data-verdict]').count()).toBe(1)
  }),
)

test('files that are too large or too many are refused with a sentence', () =>
  visit('/check/', {}, async (page) => {
    await page.evaluate(() => {
      const files = new DataTransfer()
      files.items.add(new File([new Uint8Array(17 * 1024 * 1024)], 'large.docx'))
      const drop = document.querySelector('[data-drop]')
      drop?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))
    })
    await expect.poll(() => status(page).textContent()).toBe('“large.docx”有 17MB，超过 16MB，没有读取。')
    expect(page.workers()).toEqual([])
  }))

test.each([
  ['/check/', 1280, 'light'],
  ['/en/check/', 360, 'dark'],
] as const)('%s has no fault that axe finds at %d, %s, with a result', (path, width, colorScheme) =>
  visit(path, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
    await check(page, toDraft('html', 12, 1))
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    )
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    const isWider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    await expect.poll(() => page.evaluate(isWider)).toBe(0)
  }),
)

test('page and workers run under the strictest policy of the site', () =>
  visit('/check/', {}, async (page) => {
    await check(page, toDraft('text', 4, 0))
    const policyOf = async (path: string) => (await page.request.get(path)).headers()['content-security-policy']
    const { pathname } = new URL(page.workers()[0]?.url() ?? 'none:')
    const policies = await Promise.all(
      ['/', '/check/', pathname, '/check/pdf-worker.js', '/check/offline.js'].map(policyOf),
    )
    expect(pathname).toMatch(/^\/check\/reader-/)
    expect(new Set(policies)).toEqual(
      new Set(["default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"]),
    )
  }))

test.each([
  ['an empty file', '', '文件为空', '请放入报告全文'],
  ['rich text', '{\\rtf1 2023}', '此格式暂不能读取', '另存为 docx 或者 PDF'],
  ['half an archive', 'PK\u0003\u0004 2023', '文件已损坏', '请重新保存一份'],
  ['a letter', 'hello, this is a letter', '不是政府信息公开年度报告', '请放入报告全文'],
])('%s is refused, with what to do next', (_, text, why, next) =>
  visit('/check/', {}, async (page) => {
    await check(page, { name: '草稿', bytes: new TextEncoder().encode(text) })
    const said = (await page.locator('[data-view]').textContent()) ?? ''
    expect(said).toContain(why)
    expect(said).toContain(next)
  }),
)

test('a browser that lacks what the check is written in shows the list, and says why', () =>
  visit('/check/', {}, async (page) => {
    await page.addInitScript(() => Reflect.deleteProperty(Map, 'groupBy'))
    await page.reload({ waitUntil: 'networkidle' })
    await expect.poll(() => page.locator('[data-form]').isVisible()).toBe(false)
    await expect.poll(() => page.locator('[data-unable]').textContent()).toContain('版本较旧')
    await expect.poll(() => page.locator('.ticks li').count()).toBe(42)
  }))

test('without scripts every sum of the form in force is there to be ticked', () =>
  visit('/check/', { javaScriptEnabled: false }, async (page) => {
    const sums = [forms.requests, forms.proceedings].flatMap((editions) => toBalanceEdits(editions['2021']))
    expect(sums).toHaveLength(42)
    await expect.poll(() => page.locator('.ticks li').count()).toBe(sums.length)
    await expect.poll(() => page.locator('[data-form]').isVisible()).toBe(false)
    await expect.poll(() => page.locator('[data-unable]').isVisible()).toBe(true)
    await expect.poll(() => page.locator('main').textContent()).toContain('涉密文件')
    await expect.poll(() => page.locator('[data-mistakes] li').count()).toBeGreaterThan(5)
    expect(countPages(await page.pdf({ format: 'A4' }))).toBeLessThanOrEqual(2)
  }))
