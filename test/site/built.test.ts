import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { findDeadLinks, listFiles, withoutOwnText } from '../support/pages.ts'
import { buildSite, dist } from '../support/site.ts'

const root = join(import.meta.dirname, '../..')
const kb = 1024

beforeAll(buildSite)

const read = (path: string) => readFileSync(join(dist, path), 'utf8')
const packed = (text: string) => gzipSync(text, { level: 9 }).byteLength
const reportPages = () => listFiles(dist, 'index.html').filter((path) => /^(?:en\/)?r\/[^/]+\/index\.html$/.test(path))

test('every link leads to a file and every fragment to an element', () => {
  const { dead, examined } = findDeadLinks(dist, '/')
  expect(examined).toBeGreaterThan(1000)
  expect(dead).toEqual([])
})

test('no page is lost: each is reached from the home page', () => {
  const pages = new Set(listFiles(dist, '.html'))
  const seen = new Set(['index.html'])
  for (const page of seen) {
    for (const [, address = ''] of read(page).matchAll(/<a [^>]*href="([^"#]*)/g)) {
      const path = decodeURIComponent(new URL(address, `http://site.test/${page}`).pathname).slice(1)
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
      if (pages.has(file)) seen.add(file)
    }
  }
  expect([...pages].filter((page) => !seen.has(page) && page !== '404.html')).toEqual([])
})

describe('a report page', () => {
  test('is at most 14 KB packed without the text of the report, and holds no script but data', () => {
    expect(reportPages().length).toBeGreaterThan(0)
    for (const path of reportPages()) {
      const html = read(path)
      expect(packed(withoutOwnText(html)), path).toBeLessThanOrEqual(14 * kb)
      expect(withoutOwnText(html).length, path).toBeLessThan(html.length)
      const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
      expect(
        scripts.every((tag) => tag.includes('application/ld+json')),
        path,
      ).toBe(true)
    }
  })

  test('holds no style of its own and no handler', () => {
    for (const path of reportPages()) expect(read(path)).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
  })
})

test('the style sheets of a page are at most 15 KB packed', () => {
  const sheets = listFiles(dist, '.css')
  expect(sheets.length).toBeGreaterThan(0)
  expect(sheets.reduce((sum, path) => sum + packed(read(path)), 0)).toBeLessThanOrEqual(15 * kb)
})

test('without SITE_URL and SITE_CONTACT nothing is made up: no canonical or alternate address, no sitemap, no contact', () => {
  expect(listFiles(dist, '.xml')).toEqual([])
  for (const path of listFiles(dist, '.html')) {
    expect(read(path)).not.toMatch(/rel="canonical"|<link rel="alternate"|mailto:|反馈错误/)
  }
})

test('pages that exist in both languages name each other', () => {
  const paths = listFiles(dist, '.html').filter((path) => path.startsWith('en/') && path.endsWith('index.html'))
  expect(paths.length).toBeGreaterThan(5)
  for (const path of paths) {
    const own = `/${path.replace(/index\.html$/, '')}`
    const zh = own.replace(/^\/en/, '')
    for (const page of [path, path.slice(3)]) {
      const html = read(page)
      const [other, language] = page === path ? [zh, 'zh-Hans'] : [own, 'en']
      expect(html, page).toContain(`href="${other}" lang="${language}" hreflang="${language}" rel="alternate"`)
    }
    expect(read(path)).toMatch(/^<!DOCTYPE html>\s*<html lang="en">/i)
  }
})

test('every page has one heading of the first level, a title of its own and a description', () => {
  for (const path of listFiles(dist, '.html')) {
    const html = read(path)
    expect(html.match(/<h1[ >]/g), path).toHaveLength(1)
    expect(html, path).toMatch(/<title>[^<]{4,}<\/title>/)
    expect(html, path).toMatch(/<meta name="description" content="[^"]{4,}"/)
  }
})

test('the footer names the data by its checksums and the build by its commit or as unknown', () => {
  expect(read('index.html')).toMatch(/数据版本 <code>[0-9a-f]{12}<\/code>/)
  expect(read('index.html')).toMatch(/程序版本 <code>([0-9a-f]{12}|不详)<\/code>/)
})

test.each([
  ['a report', /^r\/[^/]+\/index\.html$/, '本机关数据版本'],
  ['an agency', /^agency\/[^/]+\/index\.html$/, '本机关数据版本'],
  ['a place', /^region\/[^/]+\/index\.html$/, '本地区数据版本'],
])('a page of %s names the version of what it shows, and neither the dataset’s nor the commit', (_, pattern, label) => {
  const [, ofAll = ''] = /数据版本 <code>([0-9a-f]{12})<\/code>/.exec(read('index.html')) ?? []
  const pages = listFiles(dist, 'index.html').filter((path) => pattern.test(path))
  expect(pages.length).toBeGreaterThan(3)
  for (const path of pages) {
    const html = read(path)
    expect(html, path).toMatch(new RegExp(`<li>${label} <code>[0-9a-f]{12}</code></li>`))
    expect([html.includes(ofAll), html.includes('程序版本')], path).toEqual([false, false])
  }
})

test('the pages of a report and of its agency and its JSON file name one version', () => {
  const { agency_id, data_version, reports } = JSON.parse(
    read(listFiles(dist, '.json').find((path) => path.startsWith('agency/')) ?? ''),
  )
  const pages = [`en/agency/${agency_id}/`, `r/${reports[0].report.report_id}/`, `en/r/${reports[0].report.report_id}/`]
  for (const page of pages) expect(read(`${page}index.html`), page).toContain(`<code>${data_version}</code></li>`)
})

test('downloads are the bytes of the dataset, and no file is larger than hosts accept', () => {
  const files = listFiles(join(dist, 'dataset'))
  expect(files).toContain('SHA256SUMS')
  for (const name of files) {
    expect(readFileSync(join(dist, 'dataset', name)).equals(readFileSync(join(root, 'data/dataset', name))), name).toBe(
      true,
    )
  }
  for (const path of listFiles(dist)) expect(statSync(join(dist, path)).size, path).toBeLessThan(25 * kb * kb)
})

test('no page writes an address of this site by hand: links go through href()', () => {
  const sources = listFiles(join(root, 'apps/site/src')).filter((path) => /\.(astro|ts)$/.test(path))
  const written = sources.flatMap((path) => {
    const text = readFileSync(join(root, 'apps/site/src', path), 'utf8')
    return [...text.matchAll(/\b(?:href|src|action)=(?:"\/|\{['"`]\/)/g)].map(([hit]) => `${path}: ${hit}`)
  })
  expect(sources.length).toBeGreaterThan(50)
  expect(written).toEqual([])
})

test('the headers for a host that reads them are at least as strict as the policy of the pages', () => {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(read('index.html')) ?? []
  const directives = policy.replaceAll('&#39;', "'").split('; ')
  expect(directives).toContain("default-src 'self'")
  for (const directive of directives) expect(read('_headers')).toContain(directive)
  expect(read('_headers')).toMatch(/^\/\*\n(?: {2}.*\n)*? {2}Permissions-Policy: .*camera=\(\)/m)
})
