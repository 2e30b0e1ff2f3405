import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../support/csv.ts'
import { hostile, narrative, toEvidence } from '../support/evidence.ts'
import { findDeadLinks, listFiles } from '../support/pages.ts'
import { buildVariant, type VariantSite } from '../support/site.ts'

const base = '/deep/folder'
const origin = 'https://example.org'
let site: VariantSite

beforeAll(async () => {
  site = await buildVariant(toEvidence, {
    BASE_PATH: base,
    SITE_URL: origin,
    SITE_CONTACT: `${origin}/issues/new`,
    BUILD_COMMIT: 'c'.repeat(40),
  })
})
afterAll(() => site?.remove())

const read = (path: string) => readFileSync(join(site.dist, path), 'utf8')
/** Whether a page holds some words; a page is too long to be printed when it does not. */
const holds = (html: string, words: string) => [html.includes(words), words]
const reportIds = () =>
  readdirSync(join(site.dist, 'r'), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .toSorted()
const readMiddle = () => read(`r/${reportIds()[1]}/index.html`)
const agencyId = () => (reportIds()[1] ?? '').replace(/-\d{4}$/, '')

describe('below a base path', () => {
  test('every link leads to a file, and none leaves the base path', () => {
    const { dead, examined } = findDeadLinks(site.dist, base)
    expect(examined).toBeGreaterThan(500)
    expect(dead).toEqual([])
  })

  test('with SITE_URL pages state their full address', () => {
    expect(holds(readMiddle(), `<link rel="canonical" href="${origin}${base}/r/${reportIds()[1]}/">`)).toContain(true)
    expect(holds(read('en/about/index.html'), `<link rel="canonical" href="${origin}${base}/en/about/">`)).toContain(
      true,
    )
    expect(
      holds(read('about/index.html'), `<link rel="alternate" hreflang="en" href="${origin}${base}/en/about/">`),
    ).toContain(true)
  })

  test('the sitemap names each page that may be found, with the languages that its head names, and nothing else', () => {
    expect(holds(read('sitemap-index.xml'), `<loc>${origin}${base}/sitemap-0.xml</loc>`)).toContain(true)
    const entries = read('sitemap-0.xml').match(/<url>.*?<\/url>/g) ?? []
    const listed = entries.map((entry) => [
      /<loc>([^<]*)<\/loc>/.exec(entry)?.[1],
      [...entry.matchAll(/hreflang="([^"]*)" href="([^"]*)"/g)].map(([, lang, address]) => [lang, address]),
    ])
    // pages that others frame are not to be found by themselves
    const found = listFiles(site.dist, 'index.html').map(read)
    const built = found
      .filter((html) => !html.includes('content="noindex"'))
      .map((html) => {
        const links = html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/g)
        return [/<link rel="canonical" href="([^"]*)">/.exec(html)?.[1], [...links].map(([, lang, to]) => [lang, to])]
      })
    expect(built.filter(([, links]) => links?.length === 3).length).toBeGreaterThan(5)
    expect(listed.toSorted()).toEqual(built.toSorted())
  })
})

describe('the evidence of a report', () => {
  test('a failing sum is shown with both sides, each cell linked', () => {
    const html = readMiddle()
    expect(holds(html, '<b>23</b> = <a href="#c-requests.new_received.total">')).toContain(true)
    expect(holds(html, '<b>22</b> = <a href="#c-requests.results_total.total">')).toContain(true)
    expect(html).toMatch(/不符 <strong>3<\/strong> 项/)
  })

  test('what would restore the sums stands beside the printed value, which stays', () => {
    const html = readMiddle()
    expect(html).toMatch(
      /id="c-requests\.results_total\.total"[^>]*><a href="#v-requests\.results_total\.total">17<\/a>.{0,60}→ 18/,
    )
    expect(html).toMatch(/<del>17<\/del> → <ins>18<\/ins>/)
    expect(holds(html, '可能是报告本身有误')).toContain(true)
  })

  test('each of the five states is shown, and none but a number as a number', () => {
    const cell = (key: string) =>
      new RegExp(`<td id="c-${key.replaceAll('.', '\\.')}"[^>]*>.*?</td>`).exec(readMiddle())?.[0]
    expect(cell('disclosure.rules.made')).toMatch(
      /class="s-blank"><span aria-hidden="true">–<\/span><span class="vh">空白</,
    )
    expect(cell('disclosure.rules.abolished')).toMatch(/class="s-not_applicable".*\//)
    expect(cell('disclosure.fees.amount')).toMatch(/class="s-text".*详见附件/)
    expect(cell('disclosure.licensing.decisions')).toMatch(/class="s-missing"[^>]*>缺失</)
    expect(cell('disclosure.penalties.decisions')).toMatch(/<td id="[^"]*" class="zero"( colspan="3")?>0</)
  })
})

describe('the text of a report', () => {
  test('numbers of the text are marked with their outcome in words, and lead to their cell', () => {
    const html = readMiddle()
    const marked = [...html.matchAll(/<mark id="claim-\d+" class="m-(\w+)">(.*?)<\/mark>/g)]
    expect(marked.map(([, status]) => status)).toEqual(['agree', 'differ', 'ambiguous_denominator'])
    expect(marked[1]?.[2]).toContain('<a href="#c-requests.results_total.total">17</a>')
    expect(marked[1]?.[2]).toContain('（文中为 17，表中为 18）')
    const line = /<li id="L\d+"[^>]*>((?:(?!<\/li>).)*claim-1(?:(?!<\/li>).)*)<\/li>/.exec(html)?.[1] ?? ''
    const text = line.replaceAll(/<sup[^>]*>.*?<\/sup>|<span class="vh">.*?<\/span>|<[^>]+>|↑/g, '')
    expect(text).toBe(narrative)
  })

  test('no word of a document becomes markup, in the page or in its linked data', () => {
    const html = readMiddle()
    expect(html).not.toContain('<img')
    const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toMatchObject({
      '@type': 'Report',
      name: `${hostile}年度报告`,
      identifier: reportIds()[1],
    })
  })

  test('an error is reported with the report, the version of its data and the address filled in', () => {
    const [, address = ''] = /<a href="([^"]*issues\/new[^"]*body=[^"]*)"/.exec(readMiddle()) ?? []
    const query = new URL(address.replaceAll('&#38;', '&').replaceAll('&amp;', '&')).searchParams
    expect(query.get('title')).toContain('报告有误')
    expect(query.get('body')).toContain(`报告编号：${reportIds()[1]}`)
    expect(query.get('body')).toContain(`${origin}${base}/r/${reportIds()[1]}/`)
    expect(query.get('body')).toMatch(/该机关数据版本：[0-9a-f]{12}/)
  })

  test('the other years of the agency are linked', () => {
    for (const id of [reportIds()[0], reportIds()[2]])
      expect(holds(readMiddle(), `href="${base}/r/${id}/"`)).toContain(true)
  })
})

describe('the lists of a place and of a year', () => {
  const regionOf = () => (reportIds()[1] ?? '').slice(0, 6)

  test('hold a row per report with the numbers of the total column, and none where none is printed', () => {
    const rows = readCsv(read(`region/${regionOf()}.csv`))
    expect(rows.map((row) => row['report_id'])).toEqual(reportIds())
    expect(rows.map((row) => row['requests.new_received.total'])).toEqual(['12', '20', '0'])
    expect(rows.map((row) => row['requests.other.all.total'])).toEqual(['', '', ''])
    const years = rows.map((row) => row['year'] ?? '')
    for (const year of years) expect(readCsv(read(`year/${year}.csv`)).map((row) => row['year'])).toEqual([year])
  })

  test('say the same in JSON, and of the province above', () => {
    const { columns, rows } = JSON.parse(read(`region/${regionOf().slice(0, 2)}0000.json`))
    expect(rows.map((row: readonly unknown[]) => row[columns.indexOf('report_id')])).toEqual(reportIds())
    expect(rows[1][columns.indexOf('requests.results_total.total')]).toBe(17)
    expect(rows[1][columns.indexOf('requests.other.all.total')]).toBe(null)
  })

  test('are followed by feeds that pages name by their full address', () => {
    const address = `${origin}${base}/region/${regionOf()}.xml`
    expect(holds(read(`region/${regionOf()}/index.html`), `type="application/atom+xml" href="${address}"`)).toContain(
      true,
    )
    for (const path of ['feed.xml', `region/${regionOf()}.xml`]) {
      const linked = [...read(path).matchAll(/<entry>.*?<link href="([^"]*)"/g)].map(([, to]) => to ?? '')
      expect(linked.toSorted()).toEqual(reportIds().map((id) => `${origin}${base}/r/${id}/`))
    }
  })
})

describe('previews, feeds and drawings', () => {
  test('a page says its title, what it is and its address to whoever shows a preview', () => {
    const html = readMiddle()
    for (const name of ['og:title', 'og:description', 'og:site_name']) {
      expect(html, name).toMatch(new RegExp(`<meta property="${name}" content="[^"]{4,}"`))
    }
    expect(html).toContain('<meta property="og:type" content="article">')
    expect(html).toContain(`<meta property="og:url" content="${origin}${base}/r/${reportIds()[1]}/">`)
    expect(read('index.html')).toContain('<meta property="og:type" content="website">')
    expect(html).not.toContain('og:image')
  })

  test('robots are shown the sitemap, and kept from parts of pages', () => {
    expect(read('robots.txt')).toBe(
      `User-agent: *\nDisallow: ${base}/embed/\nSitemap: ${origin}${base}/sitemap-index.xml\n`,
    )
  })

  test.each([
    ['agency', () => `agency/${agencyId()}.xml`],
    ['place', () => `region/${(reportIds()[1] ?? '').slice(0, 6)}.xml`],
    ['all', () => 'feed.xml'],
  ])('a feed of the %s is there in both languages, each leading to its own', (_, path) => {
    for (const [lang, tag] of [
      ['', 'zh-Hans'],
      ['en/', 'en'],
    ]) {
      const text = read(`${lang}${path()}`)
      expect(text).toContain(`xml:lang="${tag}"`)
      const linked = [...text.matchAll(/<entry>.*?<link href="([^"]*)"/g)].map(([, to]) => to ?? '')
      expect(linked.toSorted()).toEqual(reportIds().map((id) => `${origin}${base}/${lang}r/${id}/`))
    }
  })

  test('the chart of an agency is a drawing of its own, which its page offers', () => {
    const path = `agency/${agencyId()}.svg`
    expect(read(path)).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(read(path)).not.toMatch(/var\(|currentColor|<script|<style/)
    expect(holds(read(`agency/${agencyId()}/index.html`), `href="${base}/${path}"`)).toContain(true)
    expect(read(`en/${path}`)).not.toBe(read(path))
  })
})

describe('an agency', () => {
  test('shows where the years do not join', () => {
    const html = read(`agency/${agencyId()}/index.html`)
    expect(holds(html, '不符：上年结转下年度为 2 件')).toContain(true)
    expect(html).toMatch(/<svg class="plot bars" role="img" aria-labelledby="[^"]+"/)
    expect(holds(html, '结转数前后衔接：相符 1 处，不符 1 处。')).toContain(true)
  })

  test('offers the points of its chart as they are drawn', () => {
    const [, data = ''] =
      /href="data:text\/csv;charset=utf-8,([^"]*)"/.exec(read(`agency/${agencyId()}/index.html`)) ?? []
    const rows = readCsv(decodeURIComponent(data.replaceAll('&#38;', '&')))
    expect(rows.map((row) => [row['new_received'], row['carried_forward']])).toEqual([
      ['12', '2'],
      ['20', '5'],
      ['0', '0'],
    ])
  })

  test('has every cell of every year in its files', () => {
    const rows = readCsv(read(`agency/${agencyId()}.csv`))
    expect(rows).toHaveLength(600)
    expect(rows.filter((row) => row['state'] !== 'value' && row['value'] !== '')).toEqual([])
    const whole = JSON.parse(read(`agency/${agencyId()}.json`))
    expect(whole.reports.map((item: { report: { report_id: string } }) => item.report.report_id)).toEqual(reportIds())
    expect(whole.reports[1].claims.rows).toHaveLength(3)
    expect(whole.reports[1].tables.requests.rows.new_received).toEqual([20, 0, 0, 0, 0, 0, 20])
    expect(whole.reports[1].tables.disclosure.rows.rules[0]).toEqual({ state: 'blank', raw: '', unit: '件' })
    expect(whole.reports[1].tables.disclosure.lines.rules[0]).toBeGreaterThan(0)
    expect(whole.reports[1].proposals.rows[0]).toContain(18)
  })
})

test('the quality page lists the file that became no report', () => {
  expect(holds(read('quality/index.html'), 'empty.html')).toContain(true)
  expect(holds(read('en/quality/index.html'), 'The file is empty')).toContain(true)
})

test('the build is named by its commit', () => {
  expect(holds(read('en/index.html'), '<code>cccccccccccc</code>')).toContain(true)
})
