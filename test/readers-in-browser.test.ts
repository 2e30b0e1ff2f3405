import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadLookupTexts } from '../packages/extract/src/cli/run/load-lookups.ts'
import { extractDocument, toLookups } from '../packages/extract/src/index.ts'
import { generateDocument, layouts } from '../packages/extract/test/generate/layouts.ts'
import { launchBrowser } from './support/browser.ts'

/** What the bundle puts on the page. */
interface Page {
  readonly gongkai: { readonly extractDocument: typeof extractDocument; readonly toLookups: typeof toLookups }
}

const entry = join(import.meta.dirname, '../packages/extract/src/index.ts')
const texts = loadLookupTexts()
let browser: Browser
let bundle: string

beforeAll(async () => {
  const made = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    globalName: 'gongkai',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  })
  bundle = made.outputFiles[0]?.text ?? ''
  browser = await launchBrowser()
}, 120_000)

afterAll(() => browser?.close())

/** Reads a document in an empty page that has the bundle and the lookups, and nothing of Node. */
async function readInBrowser(path: string, bytes: Uint8Array, sha256: string): Promise<unknown> {
  const page = await browser.newPage()
  try {
    await page.addScriptTag({ content: bundle })
    const read = await page.evaluate(
      async ({ lookups, document, base64 }) => {
        const { gongkai } = globalThis as unknown as Page
        const source = { ...document, bytes: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)) }
        return JSON.stringify(await gongkai.extractDocument(source, gongkai.toLookups(lookups)))
      },
      {
        lookups: texts,
        document: { path, sha256, url: null, retrievedAt: null },
        base64: Buffer.from(bytes).toString('base64'),
      },
    )
    return JSON.parse(read)
  } finally {
    await page.close()
  }
}

test.each(['text', 'html', 'docx'] as const)(
  'a report as %s is read and audited in a browser as it is in Node',
  async (format) => {
    const layout = layouts.find((one) => one.format === format)
    if (!layout) throw new RangeError(`No layout writes "${format}"`)
    const { bytes } = generateDocument(layout, 11)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const path = `report.${format}`
    const expected = await extractDocument({ path, bytes, sha256, url: null, retrievedAt: null }, toLookups(texts))
    expect(expected.document.status).toBe('extracted')
    expect(expected.reports[0]?.findings.length).toBeGreaterThan(40)
    expect(await readInBrowser(path, bytes, sha256)).toEqual(JSON.parse(JSON.stringify(expected)))
  },
)
