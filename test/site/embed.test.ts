import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StaticHost, serveFolder } from '../../tools/serve/listen.ts'
import { launchBrowser } from '../support/browser.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { findElements } from '../support/html.ts'
import { listFiles } from '../support/pages.ts'

let demo: Demo
let folder = ''
let browser: Browser
let [site, elsewhere]: StaticHost[] = []

const read = (path: string) => readFileSync(join(demo.site, path), 'utf8')
const embeds = () => listFiles(demo.site, '.html').filter((path) => path.startsWith('embed/'))
const toPath = (file: string) => `/${file.replace(/index\.html$/, '')}`

beforeAll(async () => {
  demo = await buildDemo(60, { SITE_URL: 'https://example.org' })
  folder = mkdtempSync(join(tmpdir(), 'gongkai-frames-'))
  site = await serveFolder(demo.site)
  elsewhere = await serveFolder(folder)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const host of [site, elsewhere]) await host?.close()
  rmSync(folder, { recursive: true, force: true })
  demo?.remove()
})

test.each(['results', 'table', 'agency'])(
  '%s are there in both languages, without script, and not to be indexed',
  (kind) => {
    const own = embeds().filter((path) => new RegExp(`^embed/(?:en/)?${kind}/`).test(path))
    expect(own.filter((path) => path.startsWith('embed/en/')).length).toBe(own.length / 2)
    expect(own.length).toBeGreaterThan(5)
    for (const path of own) {
      const html = read(path)
      expect(html, path).toContain('<meta name="robots" content="noindex">')
      expect(html, path).not.toMatch(/<script|\son[a-z]+=|\sstyle=/)
      expect(html, path).toMatch(/<(?:table|svg)/)
    }
  },
)

test('a table that is framed leads to its page, and to no place that only the page has', () => {
  for (const path of embeds()) {
    const html = read(path)
    const dead = [...html.matchAll(/href="#([^"]+)"/g)].filter(([, id]) => !html.includes(`id="${id}"`))
    expect(
      dead.map(([link]) => link),
      path,
    ).toEqual([])
    expect(html, path).toContain('<base target="_blank">')
  }
})

test('no sitemap names what is framed', () => {
  const maps = listFiles(demo.site, '.xml').filter((path) => path.startsWith('sitemap'))
  expect(maps.length).toBeGreaterThan(1)
  for (const path of maps) expect(read(path)).not.toContain('/embed/')
})

test('the code on a page frames what is there, by its full address', () => {
  const codes = listFiles(demo.site, 'index.html').flatMap((path) =>
    findElements(read(path), 'code').filter(({ inner }) => inner.includes('iframe')),
  )
  expect(codes.length).toBe(embeds().length)
  const framed = codes.map(({ inner }) => /src="([^"]+)"/.exec(inner.replaceAll('&quot;', '"'))?.[1] ?? '')
  const paths = framed.map((address) => new URL(address))
  expect(paths.every(({ origin }) => origin === 'https://example.org')).toBe(true)
  expect(paths.map(({ pathname }) => decodeURIComponent(pathname)).toSorted()).toEqual(embeds().map(toPath).toSorted())
})

/** What a page of another origin sees in a frame: the heading of the page, or nothing. */
async function frame(path: string): Promise<string | undefined> {
  writeFileSync(join(folder, 'index.html'), `<!doctype html><iframe src="${site?.origin}${path}"></iframe>`)
  const page = await browser.newPage()
  await page.goto(`${elsewhere?.origin}/`, { waitUntil: 'load' })
  const inner = page.frames().find((one) => one !== page.mainFrame())
  const heading = await inner
    ?.evaluate(() => document.querySelector('h1')?.textContent ?? undefined)
    .catch(() => undefined)
  await page.close()
  return heading?.trim() || undefined
}

test('a page elsewhere frames each kind of embed, and no other page', async () => {
  for (const kind of ['results', 'table', 'agency']) {
    const [path = ''] = embeds().filter((file) => file.startsWith(`embed/${kind}/`))
    expect(await frame(encodeURI(toPath(path))), path).toBeDefined()
  }
  const [report = ''] = listFiles(demo.site, 'index.html').filter((path) => /^r\/./.test(path))
  for (const path of ['/', '/data/', '/sql/', '/en/sql/', encodeURI(toPath(report)), '/en/', '/reports/', '/check/'])
    expect(await frame(path), path).toBeUndefined()
}, 120_000)

test('a host that joins the rules of the headers file sends one policy for what is framed, and the strict one elsewhere', async () => {
  const policyOf = async (path: string) =>
    (await fetch(`${site?.origin}${path}`)).headers.get('content-security-policy') ?? ''
  const [path = ''] = embeds()
  expect((await policyOf(encodeURI(toPath(path)))).match(/frame-ancestors [^;,]+/g)).toEqual(['frame-ancestors *'])
  for (const other of ['/', '/data/', '/dataset/reports.csv', '/embedded/'])
    expect((await policyOf(other)).match(/frame-ancestors [^;,]+/g), other).toEqual(["frame-ancestors 'none'"])
})
