import { expect, test } from 'vitest'
import { outcomesOf } from '../../src/data/outcomes.ts'
import type { ReportRow } from '../../src/data/rows.ts'
import { hasFeed, toFeed } from '../../src/out/feed.ts'

const report = (report_id: string, published_on: string | null, more: Partial<ReportRow> = {}) =>
  ({
    ...{
      report_id,
      published_on,
      signed_on: null,
      agency_name: '某局',
      year: 2022,
      cells_missing: 2,
      cells_expected: 200,
    },
    ...{ edits_assessed: 42, edits_failed: 0, ...more },
  }) as ReportRow

const sums = Array.from({ length: 42 }, () => ({ is_sum_edit: true, severity: 'must' as const }))
const feed = (reports: readonly ReportRow[]) => {
  const own = { reports, outcomesOf: (row: ReportRow) => outcomesOf(row, sums, []) }
  return toFeed({ title: 'a & b', page: '/', path: '/feed.xml', ...own }, (path) => `https://x.example${path}`)
}
const all = (text: string, tag: string) =>
  [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, words]) => words)

test('a feed holds dated reports, newest first, and was updated with the newest', () => {
  const text = feed([
    report('a-2021', '2022-01-20'),
    report('b-2021', null),
    report('c-2021', null, { signed_on: '2022-01-25' }),
  ])
  expect(all(text, 'id')).toEqual([
    'https://x.example/feed.xml',
    'https://x.example/r/c-2021/',
    'https://x.example/r/a-2021/',
  ])
  expect(all(text, 'updated')).toEqual([
    '2022-01-25T00:00:00+08:00',
    '2022-01-25T00:00:00+08:00',
    '2022-01-20T00:00:00+08:00',
  ])
})

test('the same reports give the same feed, in whatever order they come', () => {
  const reports = [report('a', '2022-01-20'), report('b', '2022-01-20'), report('c', '2022-01-19')]
  expect(feed(reports.toReversed())).toBe(feed(reports))
})

test('a feed holds fifty reports, and says how many there are and which cannot come', () => {
  const days = Array.from({ length: 60 }, (_, index) => `2022-0${1 + Math.floor(index / 20)}-${10 + (index % 20)}`)
  const text = feed([report('undated', null), ...days.map((day, index) => report(`r${index}`, day))])
  expect(text.match(/<entry>/g)).toHaveLength(50)
  expect(text).toContain(
    '<subtitle>按发布日期（未载明的按落款日期）最新的 50 份报告，共有日期的 60 份；另有 1 份没有日期，不在其中</subtitle>',
  )
  expect(text).toContain('<updated>2022-03-29T00:00:00+08:00</updated>')
})

test('no word of a report becomes markup, and none that XML cannot hold is written', () => {
  const text = feed([report('a', '2022-01-20', { agency_name: '甲</name><script>\u0008乙&"' })])
  expect(text).toContain('<name>甲&lt;/name&gt;&lt;script&gt;乙&amp;&quot;</name>')
  expect(text).toContain('<title>a &amp; b</title>')
})

test('what the checks of a report came to is said in a line', () => {
  const text = feed([
    report('a', '2022-01-22', { edits_failed: 2 }),
    report('b', '2022-01-21', { edits_assessed: 0 }),
    report('c', '2022-01-20', { edits_assessed: 5 }),
  ])
  expect(all(text, 'summary')).toEqual([
    '找到 198 / 200 格；勾稽关系 2 项不符（核对 42 / 42 项）',
    '找到 198 / 200 格；勾稽关系 42 项均无法核对',
    '找到 198 / 200 格；勾稽关系 5 / 42 项相符',
  ])
})

test('where no report is dated there is no feed', () => {
  expect(hasFeed([report('a', null)])).toBe(false)
  expect(() => feed([report('a', null)])).toThrow('Cannot write the feed "/feed.xml"')
})
