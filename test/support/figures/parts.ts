import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { tables, toSumsOutcome, toTextOutcome } from '@gongkai/schema'
import { readCatalogue } from '@gongkai/schema/browser'
import { expect } from 'vitest'
import { decodeCatalogue } from '../../../apps/site/src/search/catalogue.ts'
import { toGrouped } from '../compared.ts'
import { readCsv } from '../csv.ts'
import { findElements, toWords } from '../html.ts'
import { listFiles } from '../pages.ts'
import type { TextRow } from '../parquet.ts'
import { readRows } from './shown.ts'
import { type ReportTotals, toStated } from './totals.ts'

/** A site of invented reports, and what its dataset says. */
interface Shown {
  readonly site: string
  readonly dataset: string
  /** HTML of a page by its path. */
  readonly read: (path: string) => string
  readonly totals: readonly ReportTotals[]
  readonly readTable: (name: string) => readonly TextRow[]
}

const idOf = (row: TextRow) => row['report_id'] ?? ''
const toNumbers = (text: string) => text.match(/[\d,]+(?:\.\d+)?%?/g) ?? []

/** Sizes of an intake: what each is called, from, and up to. */
const sizes: readonly (readonly [string, number, number])[] = [
  ['0', 0, 0],
  ['1–9', 1, 9],
  ['10–29', 10, 29],
  ['30–99', 30, 99],
  ['100–999', 100, 999],
  ['≥ 1,000', 1000, Number.POSITIVE_INFINITY],
]

/** Bars, their table, their title and their sentence count the new requests of a year. @returns years with bars */
export function expectIntakes({ read, totals }: Shown): number {
  const years = [...Map.groupBy(totals, ({ year }) => year || 'unknown')]
  for (const [year, own] of years) {
    const counts = own.flatMap(({ received }) => received ?? []).toSorted((a, b) => a - b)
    const none = counts.filter((count) => count === 0).length
    const expected = sizes.map(([name, from, to]) => [name, counts.filter((n) => n >= from && n <= to).length] as const)
    const html = read(`year/${year}/index.html`)
    const chart = findElements(html, 'figure').find(({ attributes }) =>
      attributes['aria-labelledby']?.startsWith('new-requests-'),
    )
    const [title = '', sentence = ''] = ['figcaption', 'p'].map((name) =>
      toWords(findElements(chart?.inner ?? '', name)[0]?.inner ?? ''),
    )
    const [share = ''] = title.split(/ 的报告|全年/)
    expect(share.replaceAll('份报告', '份'), year).toBe(toStated(none, counts.length, '份'))
    const middle = counts[Math.floor((counts.length - 1) / 2)] ?? 0
    expect(toNumbers(sentence), year).toEqual([counts.length, middle, counts.at(-1) ?? 0].map(toGrouped))
    expect(readRows(html, title), year).toEqual(expected.map(([name, count]) => [name, toGrouped(count)]))
    const [drawing] = findElements(chart?.inner ?? '', 'svg')
    const small = findElements(drawing?.inner ?? '', 'text').filter(({ attributes }) => attributes['class'] === 'small')
    expect(
      small.map(({ inner }) => inner),
      year,
    ).toEqual(expected.map(([, count]) => toGrouped(count)))
    const most = Math.max(...expected.map(([, count]) => count))
    const ends = small.map(({ attributes }) => Number.parseFloat(attributes['x'] ?? ''))
    const full = Math.max(...ends)
    for (const [i, [, count]] of expected.entries()) expect(ends[i], year).toBeCloseTo((full * count) / most, 0)
  }
  return years.length
}

/** A report says how many of its sentences stand elsewhere, and where. @returns passages there are */
export function expectSimilarities({ read, readTable }: Shown): number {
  const own = Map.groupBy(readTable('similarities'), idOf)
  let passages = 0
  for (const [id, rows] of own) {
    const found = rows.filter((row) => Number(row['matched_count'] || 0) > 0)
    const shown = findElements(read(`r/${id}/index.html`), 'p').filter(
      ({ attributes }) => attributes['class'] === 'similar',
    )
    const expected = found.map((row) => {
      const [all, matched] = [Number(row['sentence_count']), Number(row['matched_count'])]
      const share = all < 30 ? [] : [toStated(matched, all, '句')]
      return [toGrouped(all), toGrouped(matched), ...share].join(' ')
    })
    expect(shown.map(({ inner }) => toNumbers(toWords(inner)).join(' ')).toSorted(), id).toEqual(expected.toSorted())
    const links = shown.flatMap(({ inner }) => /\/r\/([^"/]+)\//.exec(inner)?.[1] ?? [])
    const sources = found.flatMap((row) => row['matching_report_id'] || [])
    expect(links.map(decodeURIComponent).toSorted(), id).toEqual(sources.toSorted())
    passages += found.length
  }
  return passages
}

const toSize = (bytes: number) =>
  bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** The data page states rows and sizes of every table. @returns tables there are */
export function expectFiles({ read, readTable, dataset }: Shown): number {
  const html = read('data/index.html')
  const sizeOf = (name: string) => toSize(statSync(join(dataset, name)).size)
  const expected = tables.map(({ name }) => [
    ...[name, toGrouped(readTable(name).length), sizeOf(`${name}.csv`), sizeOf(`${name}.parquet`)],
  ])
  expect(readRows(html, '文件').map((row) => row.slice(0, 4))).toEqual(expected)
  const books = findElements(html, 'details').filter(({ attributes }) => attributes['id']?.startsWith('table-'))
  const shapes = books.map(({ inner }) => toNumbers(toWords(findElements(inner, 'summary')[0]?.inner ?? '')).slice(-2))
  expect(shapes).toEqual(tables.map(({ name, columns }) => [toGrouped(readTable(name).length), `${columns.length}`]))
  return tables.length
}

/** What a list must say of each report: a column's value by its name. */
function toListValues({ totals, readTable }: Shown) {
  const cells = Map.groupBy(readTable('cells'), idOf)
  const claims = Map.groupBy(readTable('claims'), idOf)
  const rows = new Map(readTable('reports').map((row) => [idOf(row), row]))
  return new Map(
    totals.map(({ reportId, declared, assessed, failed, found }) => {
      const own = claims.get(reportId) ?? []
      const of = (status: string) => own.filter((claim) => claim['status'] === status).length
      const text = { stated: own.length, agreeing: of('agree'), differing: of('differ') }
      const checks = {
        ...{ edits_declared: declared, edits_assessed: assessed, edits_failed: failed, cells_found: found },
        ...{ claims_stated: text.stated, claims_agreeing: text.agreeing, claims_differing: text.differing },
        sums_outcome: toSumsOutcome({ declared, assessed, failed }),
        text_outcome: toTextOutcome(text),
      }
      const printed = (cells.get(reportId) ?? []).map((cell) => [
        cell['key'] ?? '',
        cell['state'] === 'value' ? Number(cell['value']) : '',
      ])
      return [reportId, { ...rows.get(reportId), ...checks, ...Object.fromEntries(printed) }] as const
    }),
  )
}

/** Each list has its reports, each column the value of the dataset; the JSON says the same. @returns lists there are */
export function expectLists(shown: Shown): number {
  const values = toListValues(shown)
  const lists = ['region', 'year'].flatMap((folder) =>
    listFiles(join(shown.site, folder), '.csv').map((name) => ({ folder, key: name.replace(/\.csv$/, '') })),
  )
  for (const { folder, key } of lists) {
    const text = (ending: string) => readFileSync(join(shown.site, folder, `${key}.${ending}`), 'utf8')
    const rows = readCsv(text('csv'))
    const stem = key.replace(/0000$|00$/, '')
    const own = shown.totals.filter(({ year, regionCode }) =>
      folder === 'year'
        ? year === (key === 'unknown' ? '' : key)
        : key === 'unknown'
          ? regionCode === ''
          : regionCode.startsWith(stem) && regionCode !== '',
    )
    expect(rows.map(idOf).toSorted(), key).toEqual(own.map(({ reportId }) => reportId).toSorted())
    for (const row of rows) {
      const expected: Readonly<Record<string, unknown>> = values.get(idOf(row)) ?? {}
      const differing = Object.entries(row).filter(([name, value]) => value !== String(expected[name] ?? ''))
      expect(differing, `${key} ${idOf(row)}`).toEqual([])
    }
    const json: { columns: string[]; rows: (string | number | null)[][] } = JSON.parse(text('json'))
    const said = json.rows.map((row) => Object.fromEntries(json.columns.map((name, i) => [name, String(row[i] ?? '')])))
    expect(said, key).toEqual(rows)
  }
  return lists.length
}

/** The catalogue of the search holds the numbers that hits show. @returns reports there are */
export function expectCatalogue({ site, totals, readTable }: Shown): number {
  const catalogue = decodeCatalogue(
    readCatalogue(JSON.parse(readFileSync(join(site, 'search/catalogue.json'), 'utf8'))),
  )
  const refused = new Map(
    readTable('outcomes').flatMap((row) =>
      row['group_id'] === 'refused' && row['request_count'] ? [[idOf(row), Number(row['request_count'])]] : [],
    ),
  )
  const known = new Map(catalogue.reports.map((report) => [report.id, report]))
  expect(known.size).toBe(totals.length)
  for (const { reportId, received, results, disclosed, declared, assessed, failed, day } of totals) {
    expect(known.get(reportId), reportId).toMatchObject({
      ...{ received, results, disclosed, refused: refused.get(reportId) ?? null, date: day },
      ...{ declaredCount: declared, assessedCount: assessed, failedCount: failed },
    })
  }
  return known.size
}
