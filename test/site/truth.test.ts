import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallN } from '@gongkai/schema'
import { readCatalogue } from '@gongkai/schema/browser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeCatalogue } from '../../apps/site/src/search/catalogue.ts'
import { readCsv } from '../support/csv.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { findElements, toWords } from '../support/html.ts'
import { findDeadLinks, listFiles } from '../support/pages.ts'
import { readTables, type TextRow } from '../support/parquet.ts'

const origin = 'https://example.org'
let demo: Demo
let readTable: (name: string) => readonly TextRow[]

beforeAll(async () => {
  demo = await buildDemo(120, { SITE_URL: origin })
  readTable = await readTables(demo.dataset)
})
afterAll(() => demo?.remove())

const read = (path: string) => readFileSync(join(demo.site, path), 'utf8')
const pages = () => listFiles(demo.site, '.html')
const readReport = (id: string) => read(`r/${id}/index.html`)
const reports = () => readTable('reports')
/** The digits of a text, those of full width too: `６，５７４ 件` is `6574`. */
const toDigits = (text = '') => text.normalize('NFKC').replaceAll(/[^\d.]/g, '')
const idOf = (row: TextRow) => row['report_id'] ?? ''

interface Counts {
  declared: number
  assessed: number
  failed: number
  stated: number
  agreeing: number
  differing: number
}

/** What the checks of each report came to, counted here and not by the site. */
function countChecks(): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const row of reports())
    counts.set(idOf(row), { declared: 0, assessed: 0, failed: 0, stated: 0, agreeing: 0, differing: 0 })
  for (const row of readTable('findings')) {
    const own = counts.get(idOf(row))
    if (!own || row['is_sum_edit'] !== 'true' || row['severity'] !== 'must') continue
    own.declared += 1
    if (row['status'] !== 'not_assessable') own.assessed += 1
    if (row['status'] === 'fail') own.failed += 1
  }
  for (const row of readTable('claims')) {
    const own = counts.get(idOf(row))
    if (!own) continue
    own.stated += 1
    if (row['status'] === 'agree') own.agreeing += 1
    if (row['status'] === 'differ') own.differing += 1
  }
  return counts
}

const isAgreeing = ({ agreeing, differing }: Counts) => agreeing > 0 && differing === 0
const isWhole = ({ declared, assessed, failed }: Counts) => assessed === declared && declared > 0 && failed === 0

/** Ids of the reports of which something holds. */
const idsOf = (holds: (counts: Counts) => boolean) =>
  [...countChecks()].flatMap(([id, counts]) => (holds(counts) ? [id] : [])).toSorted()

/** The mark at the top of a report page that leads to a part of it. */
const findMark = (id: string, part: string) =>
  findElements(
    findElements(readReport(id), 'nav').find(({ attributes }) => attributes['class'] === 'glance')?.inner ?? '',
    'a',
  ).find(({ attributes }) => attributes['href'] === part)
const markedGood = (part: string) =>
  reports()
    .map(idOf)
    .filter((id) => findMark(id, part)?.attributes['class'] === 'good')
    .toSorted()

/** Ids that a value of a column has in the lists of all years. */
const listedWith = (column: string, value: string) =>
  listFiles(demo.site, '.csv')
    .filter((path) => path.startsWith('year/'))
    .flatMap((path) => readCsv(read(path)))
    .filter((row) => row[column] === value)
    .map(idOf)
    .toSorted()

const flaggedWith = (flag: string) =>
  decodeCatalogue(readCatalogue(JSON.parse(read('search/catalogue.json'))))
    .reports.filter(({ flags }) => flags.some((other) => other === flag))
    .map(({ id }) => id)
    .toSorted()

/** Ids whose JSON file states an outcome. */
const statedInJson = (part: 'sums' | 'text', outcome: string) =>
  listFiles(demo.site, '.json')
    .filter((path) => path.startsWith('agency/'))
    .flatMap((path) => JSON.parse(read(path)).reports)
    .filter((one) => one.outcomes[part].outcome === outcome)
    .map((one) => one.report.report_id)
    .toSorted()

describe('a green mark', () => {
  test('on the text stands where numbers were compared and none differs, on page, list, facet and file alike', () => {
    const expected = idsOf(isAgreeing)
    expect(expected.length).toBeGreaterThan(10)
    expect(expected.length).toBeLessThan(reports().length)
    expect(markedGood('#claims')).toEqual(expected)
    expect(listedWith('text_outcome', 'agree')).toEqual(expected)
    expect(flaggedWith('textAgrees')).toEqual(expected)
    expect(statedInJson('text', 'agree')).toEqual(expected)
  })

  test('on the sums stands where every one was assessed and holds, on page, list, facet and file alike', () => {
    const expected = idsOf(isWhole)
    expect(expected.length).toBeGreaterThan(10)
    expect(expected.length).toBeLessThan(reports().length)
    expect(markedGood('#verdict')).toEqual(expected)
    expect(listedWith('sums_outcome', 'hold')).toEqual(expected)
    expect(flaggedWith('balanced')).toEqual(expected)
    expect(statedInJson('sums', 'hold')).toEqual(expected)
  })

  test('is never missing its numbers: sums say how many of how many, texts how many there are', () => {
    for (const [id, { declared, assessed, failed, stated, agreeing, differing }] of countChecks()) {
      const [sums, text] = ['#verdict', '#claims'].map((part) => toWords(findMark(id, part)?.inner ?? ''))
      if (assessed > 0) expect(sums, id).toContain(`${assessed} / ${declared} 项`)
      if (failed > 0) expect(sums, id).toContain(`${failed} 项不符`)
      if (stated > 0) expect(text, id).toContain(`正文 ${stated} 处数字`)
      if (stated > 0 && agreeing + differing === 0) expect(text, id).toContain('表中无可比')
    }
    expect(idsOf(({ stated, agreeing, differing }) => stated > 0 && agreeing + differing === 0).length).toBeGreaterThan(
      0,
    )
  })

  test('“全部相符” is said of no report whose sums were not all assessed', () => {
    const whole = new Set(idsOf(isWhole))
    const partly = idsOf(({ assessed, declared, failed }) => assessed > 0 && assessed < declared && failed === 0)
    expect(partly.length).toBeGreaterThan(0)
    const saying = reports()
      .map(idOf)
      .filter((id) => /(?<!不能说)全部相符/.test(readReport(id)))
    expect(saying.filter((id) => !whole.has(id))).toEqual([])
  })
})

describe('the way from a number to its source and back', () => {
  /** Cells of a failing sum, by report. */
  const readFailing = () => {
    const failing = readTable('findings').filter((row) => row['status'] === 'fail' && row['is_sum_edit'] === 'true')
    return new Set(
      failing.flatMap(
        (row) => (row['cells'] ?? '').match(/[a-z_]+(?:\.[a-z_]+)+/g)?.map((key) => `${idOf(row)} ${key}`) ?? [],
      ),
    )
  }

  test('each linked number leads to itself in its line, and from there to its own cell', () => {
    const runs = new Set(
      readTable('cells').flatMap((row) => (row['reader'] === 'run' ? [`${idOf(row)} ${row['key']}`] : [])),
    )
    let placed = 0
    let unplaced = 0
    for (const id of reports().map(idOf)) {
      const html = readReport(id)
      const values = new Map(findElements(html, 'a').map((link) => [link.attributes['id'] ?? '', link]))
      for (const { attributes, inner } of findElements(html, 'td').filter((td) =>
        td.attributes['id']?.startsWith('c-'),
      )) {
        const [link] = findElements(inner, 'a')
        const target = link?.attributes['href'] ?? ''
        if (!link || target === '#proposals') continue
        if (target.startsWith('#L')) {
          // Only where digits run together is the place of a number not known: it leads to its line.
          expect(runs).toContain(`${id} ${attributes['id']?.slice(2)}`)
          unplaced += 1
        }
        if (!target.startsWith('#v-')) continue
        placed += 1
        const value = values.get(target.slice(1))
        expect([id, toDigits(value?.inner)]).toEqual([id, toDigits(link.inner)])
        expect(value?.attributes['href']).toBe(`#${attributes['id']}`)
      }
    }
    expect(placed).toBeGreaterThan(3000)
    expect(unplaced).toBeLessThan(placed / 20)
  })

  test('a 0 is linked only where its sum fails, and the label of a row once', () => {
    const failing = readFailing()
    expect(failing.size).toBeGreaterThan(5)
    for (const id of reports().map(idOf)) {
      const html = readReport(id)
      for (const { attributes, inner } of findElements(html, 'td')) {
        const isLinkedZero = /<a href="#[vL][^"]*"[^>]*>0<\/a>/.test(inner)
        if (isLinkedZero) expect(failing, id).toContain(`${id} ${attributes['id']?.slice(2)}`)
      }
      for (const { inner } of findElements(html, 'th')) expect(findElements(inner, 'a').length).toBeLessThan(2)
      const labels = findElements(html, 'th').flatMap(({ attributes }) =>
        attributes['id']?.startsWith('r-') ? [attributes['id']] : [],
      )
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  test('every link of every page leads to a file and every fragment to an element', () => {
    const { dead, examined } = findDeadLinks(demo.site, '/')
    expect(examined).toBeGreaterThan(20_000)
    expect(dead).toEqual([])
  })
})

describe('counts', () => {
  test('of cells found hold blanks, strokes and words as well as numbers', () => {
    const stated = new Map(
      reports().map((row) => [idOf(row), Number(row['cells_expected']) - Number(row['cells_missing'])]),
    )
    for (const [id, found] of stated)
      expect(toWords(findMark(id, '#tables')?.inner ?? ''), id).toContain(`找到 ${found} / `)
    const listed = listFiles(demo.site, '.csv')
      .filter((path) => path.startsWith('year/'))
      .flatMap((path) => readCsv(read(path)))
    expect(listed.map((row) => [idOf(row), Number(row['cells_found'])]).toSorted()).toEqual([...stated].toSorted())
    const states = readTable('cells').filter((row) => row['state'] !== 'missing').length
    expect(read('index.html')).toContain(`找到 ${states.toLocaleString('en-US')} 格`)
  })

  test('are in words where there are fewer than thirty: no percentage of them', () => {
    const figures = pages().flatMap((path) =>
      findElements(read(path), 'ul')
        .filter(({ attributes }) => attributes['class'] === 'figures')
        .flatMap(({ inner }) => findElements(inner, 'li').map((item) => ({ path, inner: item.inner }))),
    )
    const small = figures.filter(({ inner }) => {
      const basis = toWords(findElements(inner, 'small')[0]?.inner ?? '').replaceAll(',', '')
      // The whole comes first in Chinese, behind "of" in English.
      const [, whole] = /(?:of (?:the )?)(\d+)/.exec(basis) ?? /(\d+) [份格]/.exec(basis) ?? []
      return whole !== undefined && Number(whole) < smallN
    })
    expect(small.length).toBeGreaterThan(100)
    expect(small.filter(({ inner }) => inner.includes('%')).map(({ path }) => path)).toEqual([])
  })

  test('of the quality page lead each to a list that adds up to it', () => {
    const rows = findElements(read('quality/index.html'), 'tr').filter(({ inner }) => /class="num"/.test(inner))
    const counts = rows.flatMap(({ inner }) => {
      const heads = findElements(inner, 'th').flatMap((th) => findElements(th.inner, 'a'))
      return findElements(inner, 'td').map((td) => ({
        count: toWords(td.inner),
        link: findElements(td.inner, 'a')[0] ?? heads[0],
      }))
    })
    const stated = counts.filter(({ count }) => /^[\d,]+$/.test(count) && count !== '0' && !/^\d{6}$/.test(count))
    expect(stated.length).toBeGreaterThan(30)
    expect(stated.filter(({ link }) => link === undefined)).toEqual([])
    for (const { count, link } of stated) {
      const path = link?.attributes['href'] ?? ''
      if (!path.startsWith('/quality/')) continue
      const entries = readCsv(read(path.slice(1).replace(/\/$/, '.csv')))
      expect([path, entries.reduce((sum, row) => sum + Number(row['count']), 0)]).toEqual([
        path,
        Number(count.replaceAll(',', '')),
      ])
      const linked = ['td', 'th']
        .flatMap((name) => findElements(read(`${path.slice(1)}index.html`), name))
        .filter(({ inner }) => inner.includes('href="/r/'))
      expect(new Set(entries.flatMap((row) => (row['report_id'] ? [row['report_id']] : []))).size).toBeLessThanOrEqual(
        linked.length,
      )
    }
  })
})

test('the lists behind the counts hold what the dataset holds, each once', () => {
  const expected = [
    ...readTable('issues').map((row) => `issues/${row['code']}`),
    ...readTable('repairs').map((row) => `repairs/${row['kind']}`),
    ...readTable('cells').map((row) => `cells/${row['form_id']}-${row['state']}`),
    ...readTable('documents')
      .filter((row) => row['status'] !== 'extracted')
      .map((row) => `files/${row['status']}-${row['reason']}`),
  ]
  const counts = [...Map.groupBy(expected, (name) => name)].map(([name, own]) => [name, own.length])
  expect(counts.length).toBeGreaterThan(25)
  const listed = counts.map(([name]) => {
    const rows = readCsv(read(`quality/${name}.csv`))
    return [name, rows.reduce((sum, row) => sum + Number(row['count']), 0)]
  })
  expect(listed).toEqual(counts)
})

test('what cannot be told is told with what is known: no bare “无法判断”', () => {
  const said = pages().flatMap((path) => {
    const html = read(path)
    const found = [...html.matchAll(/无法判断|annot be told/g)]
    return found.map(({ 0: said, index }) => ({ path, words: html.slice(Math.max(0, index - 60), index) + said }))
  })
  expect(said.length).toBeGreaterThan(0)
  expect(said.filter(({ words }) => !/报告有误还是读取有误，无法判断|at fault cannot be told/.test(words))).toEqual([])
})

test('a language is named only of a page that names it back', () => {
  const alternates = pages().flatMap((path) =>
    [...read(path).matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*hreflang="([^"]*)"/g)].map(([, to = '']) => ({ path, to })),
  )
  expect(alternates.length).toBeGreaterThan(200)
  const toFile = (address: string) => `${decodeURIComponent(address).slice(1)}index.html`
  const lonely = alternates.filter(
    ({ path, to }) => !alternates.some((other) => other.path === toFile(to) && toFile(other.to) === path),
  )
  expect(lonely).toEqual([])
  expect(alternates.filter(({ path }) => /^r\/./.test(path)).length).toBeGreaterThan(100)
})

test('every page is reached by links from the home page, reports of unknown year and place included', () => {
  const all = new Set(pages())
  const seen = new Set(['index.html'])
  for (const page of seen) {
    for (const [, address = ''] of read(page).matchAll(/<a [^>]*?href="([^"#]*)/g)) {
      const path = decodeURIComponent(new URL(address, `http://site.test/${page}`).pathname).slice(1)
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
      if (all.has(file)) seen.add(file)
    }
  }
  expect([...all].filter((page) => !seen.has(page) && page !== '404.html')).toEqual([])
  for (const [page, column] of [
    ['year', 'year'],
    ['region', 'region_code'],
  ] as const) {
    const unknown = reports().filter((row) => row[column] === '')
    expect(unknown.length).toBeGreaterThan(0)
    for (const row of unknown)
      expect(read(`${page}/unknown/index.html`)).toContain(`/r/${encodeURIComponent(idOf(row))}/`)
  }
})

/** Reports that a feed is about, by its path without its language. */
function listFeed(path: string) {
  const agency = /^agency\/(.+)\.xml$/.exec(path)?.[1]
  if (agency !== undefined) return reports().filter((row) => row['agency_id'] === agency)
  return path === 'feed.xml' ? reports() : readCsv(read(path.replace(/xml$/, 'csv')))
}

test('a feed holds what it says: the newest by date, how many there are, and how many can never come', () => {
  const feeds = listFiles(demo.site, '.xml').filter((path) => !path.startsWith('sitemap'))
  expect(feeds.filter((path) => path.startsWith('en/')).length).toBe(feeds.length / 2)
  expect(feeds.length).toBeGreaterThan(20)
  expect(reports().some((row) => !row['published_on'] && !row['signed_on'])).toBe(true)
  for (const path of feeds) {
    const isEnglish = path.startsWith('en/')
    const say = (zh: string, en: string) => (isEnglish ? en : zh)
    const text = read(path)
    const said = findElements(text, 'subtitle')[0]?.inner ?? ''
    const entries = text.match(/<entry>/g)?.length ?? 0
    const start = say(`最新的 ${entries} 份报告`, `The ${entries} latest reports`)
    expect([path, said]).toEqual([path, expect.stringContaining(start)])
    expect(entries).toBeLessThanOrEqual(50)
    const list = listFeed(path.replace(/^en\//, ''))
    const dated = list.filter((row) => row['published_on'] || row['signed_on']).length
    const undated = list.length - dated
    expect([path, entries]).toEqual([path, Math.min(50, dated)])
    if (dated > entries) expect(said).toContain(say(`共有日期的 ${dated} 份`, `of ${dated} that are dated`))
    if (undated > 0)
      expect(said).toContain(
        say(`另有 ${undated} 份没有日期，不在其中`, `${undated} without a date are not among them`),
      )
  }
})

test('the build warns of what a reader will miss: a contact, addresses, days of retrieval', () => {
  const documents = new Map(readTable('documents').map((row) => [row['path'], row]))
  const lacking = reports().filter((row) => !documents.get(row['path'] ?? '')?.['source_url']).length
  expect(lacking).toBeGreaterThan(0)
  const warnings = demo.said
    .split('\n')
    .filter((line) => line.includes('[WARN]'))
    .join('\n')
  expect(warnings).toContain('SITE_CONTACT is not set')
  expect(warnings).not.toContain('SITE_URL is not set')
  expect(warnings).toContain(`${lacking} of ${reports().length} reports have no original address`)
  expect(warnings).toContain('reports have no day of retrieval')
  expect(warnings).toContain('reports have no date of publication or signature')
})
