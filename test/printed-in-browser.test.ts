import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadLookupTexts } from '../packages/extract/src/cli/run/load-lookups.ts'
import type { setPdfLocations } from '../packages/extract/src/index.ts'
import { extractDocument, toLookups } from '../packages/extract/src/index.ts'
import { printedLayouts } from '../packages/extract/test/generate/printed.ts'
import { launchBrowser } from './support/browser.ts'

/** What the module of the readers offers. */
interface Readers {
  readonly extractDocument: typeof extractDocument
  readonly toLookups: typeof toLookups
  readonly setPdfLocations: typeof setPdfLocations
}

const root = join(import.meta.dirname, '..')
const library = createRequire(join(root, 'packages/extract/package.json'))
  .resolve('pdfjs-dist/package.json')
  .replace(/package\.json$/, '')
const texts = loadLookupTexts()
const lookups = toLookups(texts)

let browser: Browser
let server: Server
let page: Page
const asked: string[] = []

const start =
  '<!DOCTYPE html><title>check</title><script type="module">import * as readers from "/readers/index.js"; globalThis.readers = readers</script>'

/** Serves the readers and the data of the PDF library from one origin. */
async function serve(): Promise<Server> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'packages/extract/src/index.ts')],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    outdir: '/readers',
    write: false,
    logLevel: 'silent',
  })
  const files = new Map(outputFiles.map(({ path, contents }) => [path.replaceAll('\\', '/'), contents]))
  const find = (path: string): Uint8Array | undefined =>
    path.startsWith('/pdf/') ? readFileSync(join(library, path.slice(5))) : files.get(path)
  return createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const type = /\.m?js$/.test(path) ? 'text/javascript' : path === '/' ? 'text/html' : 'application/octet-stream'
    const body = path === '/' ? Buffer.from(start) : find(path)
    response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body)
  }).listen(0, '127.0.0.1')
}

beforeAll(async () => {
  server = await serve()
  browser = await launchBrowser()
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction('globalThis.readers')
}, 120_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function readInBrowser(path: string, bytes: Uint8Array, sha256: string): Promise<string> {
  return page.evaluate(
    async ({ lookups, document, base64 }) => {
      const { readers } = globalThis as unknown as { readonly readers: Readers }
      readers.setPdfLocations({ data: '/pdf/', worker: '/pdf/legacy/build/pdf.worker.mjs' })
      const source = { ...document, bytes: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)) }
      return JSON.stringify(await readers.extractDocument(source, readers.toLookups(lookups)))
    },
    {
      lookups: texts,
      document: { path, sha256, url: null, retrievedAt: null },
      base64: Buffer.from(bytes).toString('base64'),
    },
  )
}

async function compare(path: string, bytes: Uint8Array): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const expected = await extractDocument({ path, bytes, sha256, url: null, retrievedAt: null }, lookups)
  expect(expected.document.status, expected.document.detail ?? '').toBe('extracted')
  expect(await readInBrowser(path, bytes, sha256)).toBe(JSON.stringify(expected))
}

/** Documents that need no browser to be made. */
const made = printedLayouts.filter(
  ({ format, id }) => format === 'doc' || /font|field|page|sheet|layer|glyph|owner/.test(id),
)
const own = made.filter(({ id }) => id !== 'page-numbers')

test('a legacy document is read without a step towards PDF', async () => {
  const layout = own.find(({ format }) => format === 'doc')
  if (!layout) throw new RangeError('There is no legacy document')
  await compare('first.doc', (await layout.make(7, browser)).bytes)
  expect(asked.filter((path) => path.startsWith('/pdf/'))).toEqual([])
})

test.each(own.map((layout) => [`${layout.id}.${layout.format}`, layout] as const))(
  'the same bytes come out of %s in a browser as in Node',
  async (path, layout) => {
    await compare(path, (await layout.make(7, browser)).bytes)
  },
)

test.each([
  'pdf-table-over-pages-with-page-numbers',
  'pdf-heads-repeated-on-each-page',
  'pdf-labels-that-run-down-behind-a-watermark',
])('the same bytes come out of the printed "%s"', async (folder) => {
  await compare(
    'source.pdf',
    new Uint8Array(readFileSync(join(root, 'packages/extract/test/corpus', folder, 'source.pdf'))),
  )
})

test('twenty files and more were compared, and nothing was asked of another origin', () => {
  expect(own.length + 3).toBeGreaterThanOrEqual(20)
  expect(asked.filter((path) => path.startsWith('/pdf/cmaps/')).length).toBeGreaterThan(0)
  expect(asked.every((path) => path.startsWith('/'))).toBe(true)
})
