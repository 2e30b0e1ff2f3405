import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeCauses, changeKinds, groupRates, indicators, levels } from '@gongkai/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { showFigure } from '../../apps/site/src/words/figures.ts'
import { toGrouped, toPercent } from '../../apps/site/src/words/format.ts'
import { showSide } from '../../apps/site/src/words/sides.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { readDifferences, toNumbersOf } from '../support/figures/differences.ts'
import { toAnswers, toHeadlines, toListedCells } from '../support/figures/expected.ts'
import {
  expectCatalogue,
  expectFiles,
  expectIntakes,
  expectLists,
  expectSimilarities,
} from '../support/figures/parts.ts'
import { expectCarried, expectRefusals, expectRegister } from '../support/figures/places.ts'
import { readHeadlines, readListed, readRows, readTableRows, readTiles } from '../support/figures/shown.ts'
import { type PublishedSpread, readSpreads } from '../support/figures/spreads.ts'
import {
  type ReportTotals,
  readReportTotals,
  stateDisclosure,
  toMatrixCell,
  toStated,
  toTallyCells,
} from '../support/figures/totals.ts'
import { findElements, toWords } from '../support/html.ts'
import { listFiles } from '../support/pages.ts'
import { readTables, type TextRow } from '../support/parquet.ts'

/** Every figure of these pages is computed here once more, from the published Parquet files alone. */
let demo: Demo
let readTable: (name: string) => readonly TextRow[]
let totals: readonly ReportTotals[]
let spreads: readonly PublishedSpread[]

beforeAll(async () => {
  demo = await buildDemo(120)
  readTable = await readTables(demo.dataset)
  totals = await readReportTotals(demo.dataset)
  spreads = await readSpreads(demo.dataset)
})
afterAll(() => demo?.remove())

const read = (path: string) => readFileSync(join(demo.site, path), 'utf8')
const readReport = (id: string) => read(`r/${id}/index.html`)
const reports = () => readTable('reports')
const idOf = (row: TextRow) => row['report_id'] ?? ''

describe('the results of a report', () => {
  /** Rows of the bars of a report, as the words in their cells. */
  const readBars = (id: string) => {
    const [figure] = findElements(readReport(id), 'figure').filter(({ attributes }) =>
      attributes['class']?.includes('results'),
    )
    const rows = figure ? findElements(figure.inner, 'tr').slice(1) : []
    return rows.map(({ inner }) =>
      findElements(inner, 'td')
        .slice(1)
        .map((cell) => toWords(cell.inner).trim()),
    )
  }
  const percent = (share: string | undefined) => (share ? toPercent(Number(share)) : '—')

  test('are those of the dataset, with last year’s shares and the peers’ medians', () => {
    const outcomes = Map.groupBy(readTable('outcomes'), idOf)
    const medians = new Map(
      readTable('indicators').map((row) => [`${idOf(row)} ${row['indicator_id']}`, row['peer_median']]),
    )
    const yearOf = new Map(reports().map((row) => [`${row['agency_id']} ${row['year']}`, idOf(row)]))
    let shown = 0
    let beside = 0
    for (const row of reports()) {
      const id = idOf(row)
      const before = outcomes.get(yearOf.get(`${row['agency_id']} ${Number(row['year']) - 1}`) ?? '') ?? []
      const bars = readBars(id)
      const groups = Object.keys(groupRates) as (keyof typeof groupRates)[]
      const own = groups.map((group) => outcomes.get(id)?.find((one) => one['group_id'] === group))
      if (own.every((one) => Number(one?.['request_count'] || 0) === 0)) {
        expect(bars, id).toEqual([])
        continue
      }
      shown += 1
      const hasShares = own.some((one) => one?.['share'])
      const hasBefore = hasShares && before.some((one) => one['share'])
      const hasPeers = hasShares && medians.get(`${id} disclosure_rate`)
      if (hasBefore && hasPeers) beside += 1
      const expected = groups.map((group, i) => [
        ...(hasShares ? [percent(own[i]?.['share'])] : []),
        own[i]?.['request_count'] ? toGrouped(Number(own[i]?.['request_count'])) : '未读出',
        ...(hasBefore ? [percent(before.find((one) => one['group_id'] === group)?.['share'])] : []),
        ...(hasPeers ? [percent(medians.get(`${id} ${groupRates[group]}`))] : []),
      ])
      expect(bars, id).toEqual(expected)
    }
    expect(shown).toBeGreaterThan(50)
    expect(beside).toBeGreaterThan(5)
  })
})

describe('indicators and changes', () => {
  const spreadsOf = (indicatorId: string) => spreads.filter((spread) => spread.indicatorId === indicatorId)
  const byYear = (own: readonly PublishedSpread[]) => own.toSorted((a, b) => Number(b.year) - Number(a.year))

  test.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
    'the spread of %s is counted over the dataset: reports given, quartiles of ten and more, year by year and level',
    (id, { unit, isCompared }) => {
      const html = read(`indicators/${id}/index.html`)
      const shown = readRows(html, '分布').map((row) => row.filter((cell) => cell !== ''))
      const expected = byYear(spreadsOf(id)).map(({ year, level, count, quartiles }) => [
        ...(level === '' ? [year, '全部'] : [levels[level as keyof typeof levels].zh]),
        toGrouped(count),
        ...(quartiles?.map((value) => showFigure(value, unit).zh) ?? ['—', '—', '—']),
      ])
      expect(shown.toSorted()).toEqual(isCompared ? expected.toSorted() : [])
      const flagged = readRows(html, '各年度有多少份报告如此').map((row) => row.slice(-3))
      const counted = spreadsOf(id).map(({ count, yes }) => [
        toGrouped(count),
        toGrouped(yes),
        toStated(yes, count, '份'),
      ])
      expect(flagged.toSorted()).toEqual(unit === 'flag' ? counted.toSorted() : [])
      const statuses = Map.groupBy(
        readTable('indicators').filter((row) => row['indicator_id'] === id),
        (row) => row['status'],
      )
      const counts = [...statuses.values()].map((rows) => toGrouped(rows.length))
      expect(readRows(html, '多少份报告有这个数值').map(([, count]) => count)).toEqual(expect.arrayContaining(counts))
    },
  )

  test('the list of indicators gives the newest year of each with its reports and its median', () => {
    const rows = readRows(read('indicators/index.html'), '全部指标，以及最近一个有数值的年度的中位数')
    const expected = indicators.map(({ id, label, unit, isCompared }) => {
      const newest = byYear(spreadsOf(id)).find(({ level, count }) => level === '' && count > 0)
      const median = isCompared ? newest?.quartiles?.[1] : undefined
      return [
        label.zh,
        newest?.year ?? '—',
        toGrouped(newest?.count ?? 0),
        median === undefined ? '—' : showFigure(median, unit).zh,
      ]
    })
    expect(rows.map(([name, , ...numbers]) => [name, ...numbers])).toEqual(expected)
  })

  test('the page of changes lists what the dataset holds, and says of which release', () => {
    const changes = readTable('changes')
    expect(changes.length).toBeGreaterThan(5)
    const html = read('changes/index.html')
    expect(html).toContain('2025-06-01')
    const shown = changes.slice(0, 500)
    const side = (row: TextRow, end: 'from' | 'to') => {
      const state = (row[`${end}_state`] || null) as Parameters<typeof showSide>[0]
      return showSide(state, row[`${end}_value`] ? Number(row[`${end}_value`]) : null).zh
    }
    const listed = readTableRows(findElements(html, 'table').at(-1)?.inner ?? '')
    expect(listed.map((cells) => cells.slice(1))).toEqual(
      shown.map((row) => [
        changeKinds[row['kind'] as keyof typeof changeKinds].zh,
        // Where no cell changed, no column is about cells.
        ...(shown.some(({ key }) => key) ? [row['key'] ?? '', side(row, 'from'), side(row, 'to')] : []),
        changeCauses[row['cause'] as keyof typeof changeCauses].zh,
      ]),
    )
    const counts = [...Map.groupBy(changes, (row) => row['kind'])].map(([kind, own]) => [
      changeKinds[kind as keyof typeof changeKinds].zh,
      toGrouped(own.length),
    ])
    expect(readRows(html, '本期变动').toSorted()).toEqual(counts.toSorted())
  })
})

describe('what changed since the year before', () => {
  test('stands in every cell that both reports print and no failing sum doubts, and in no other', () => {
    const numbersOf = toNumbersOf(readTable)
    const byYear = Map.groupBy(reports(), (row) => `${row['agency_id']} ${row['year']}`)
    let changes = 0
    let doubts = 0
    for (const row of reports()) {
      const [before, second] = byYear.get(`${row['agency_id']} ${Number(row['year']) - 1}`) ?? []
      const now = numbersOf(idOf(row))
      const old = before && !second ? numbersOf(idOf(before)).numbers : new Map<string, number>()
      doubts += before ? now.doubted.size : 0
      const expected = [...now.numbers].flatMap(([key, value]) => {
        const change = Math.round(1e6 * (value - (old.get(key) ?? Number.NaN))) / 1e6
        return change ? [[key, `${change > 0 ? '+' : '−'}${toGrouped(Math.abs(change))}`] as const] : []
      })
      changes += expected.length
      expect(readDifferences(readReport(idOf(row))), idOf(row)).toEqual(new Map(expected))
    }
    expect(changes).toBeGreaterThan(100)
    expect(doubts).toBeGreaterThan(0)
  })
})

/** What a list says of the results of some reports. */
const stateOf = (ids: readonly string[]) => stateDisclosure(totals.filter(({ reportId }) => ids.includes(reportId)))

describe('an agency', () => {
  test('has its years on one axis: results by group, gaps without numbers', () => {
    const outcomes = Map.groupBy(readTable('outcomes'), idOf)
    const received = new Map(
      readTable('requests').flatMap((row) =>
        row['row_id'] === 'new_received' ? [[idOf(row), row['total'] ?? '']] : [],
      ),
    )
    const show = (value: string | undefined) => (value ? toGrouped(Number(value)) : '未读出')
    let charts = 0
    let gaps = 0
    for (const [agency, own] of Map.groupBy(reports(), (row) => row['agency_id'] ?? '')) {
      const dated = own.filter((row) => row['year'] !== '')
      if (dated.length < 2) continue
      charts += 1
      const rows = readRows(read(`agency/${agency}/index.html`), '历年办理结果').filter(({ length }) => length > 1)
      const years = dated.map((row) => Number(row['year']))
      for (let year = Math.min(...years); year <= Math.max(...years); year += 1) {
        const report = dated.find((row) => Number(row['year']) === year)
        const shown = rows.find(([head]) => head === `${year}`)
        if (!report) gaps += 1
        const id = report ? idOf(report) : ''
        const sum = outcomes.get(id)?.[0]?.['results_sum']
        const expected = report ? [show(received.get(id)), show(sum), sum ? stateOf([id]) : '—'] : ['未收录']
        expect(shown?.slice(report ? 2 : 1), `${agency} ${year}`).toEqual(expected)
      }
    }
    expect(charts).toBeGreaterThan(10)
    expect(gaps).toBeGreaterThan(0)
  })
})

/** Reports of a division and of those below it. */
const within = (code: string) => {
  const stem = code.replace(/0000$|00$/, '')
  return totals.filter(({ regionCode }) =>
    code === 'unknown' ? regionCode === '' : regionCode.startsWith(stem) && regionCode !== '',
  )
}
const ofYear = (year: string) => totals.filter((report) => report.year === (year === 'unknown' ? '' : year))
const parts = (folder: string) =>
  listFiles(join(demo.site, folder), 'index.html').flatMap((path) => path.match(/^[^/]+(?=\/)/) ?? [])

describe('places and years', () => {
  const provinceOf = (row: TextRow) => `${(row['region_code'] ?? '').slice(0, 2)}0000`

  test('say how many reports are held of each place and year, and what of their results was disclosed', () => {
    const rows = readRows(read('region/index.html'), '各地各年度')
    const years = [...new Set(reports().flatMap((row) => (row['year'] ? [Number(row['year'])] : [])))]
    const span = Array.from({ length: Math.max(...years) - Math.min(...years) + 1 }, (_, at) => Math.min(...years) + at)
    const provinces = [
      ...Map.groupBy(
        reports().filter((row) => row['region_code'] !== ''),
        provinceOf,
      ),
    ]
    expect(provinces.length).toBeGreaterThan(3)
    for (const [code, own] of provinces) {
      const name = own[0]?.['province'] ?? code
      const expected = span.map((year) => {
        const held = new Set(own.filter((row) => Number(row['year']) === year && row['year'] !== '').map(idOf))
        return toMatrixCell(totals.filter(({ reportId }) => held.has(reportId)))
      })
      expect(rows.find(([head]) => head === name)?.slice(1), name).toEqual([`${own.length} 份`, ...expected])
    }
    const english = new Map(readTable('regions').map((row) => [row['region_code'], row['name_en']]))
    const named = readRows(read('en/region/index.html'), 'Places, year by year').map(([head]) => head)
    expect(provinces.map(([code]) => english.get(code)).filter((name) => !named.includes(name))).toEqual([])
  })

  test('of each year count the same by province, in the table and in the tiles', () => {
    const names = new Map(readTable('regions').map((row) => [row['region_code'] ?? '', row['name'] ?? '']))
    for (const year of parts('year')) {
      const html = read(`year/${year}/index.html`)
      const provinces = [...Map.groupBy(ofYear(year), ({ regionCode }) => provinceOf({ region_code: regionCode }))]
      const placed = provinces.filter(([, [first]]) => first?.regionCode !== '')
      const rows = readRows(html, '各省级行政区')
      for (const [code, own] of placed) {
        const row = rows.find(([head]) => head === (names.get(code) || code))
        expect(row?.slice(1), `${year} ${code}`).toEqual(toTallyCells(own))
      }
      expect(rows, year).toHaveLength(provinces.length)
      expect(readTiles(html), year).toEqual(new Map(placed.map(([code, own]) => [code, own.length])))
    }
    expect(parts('year').length).toBeGreaterThan(3)
  })
})

describe('the figures of a page', () => {
  test('are those of its reports: home page, every region, every year', () => {
    const pages = new Map<string, readonly ReportTotals[]>([['index.html', totals]])
    for (const code of parts('region')) pages.set(`region/${code}/index.html`, within(code))
    for (const year of parts('year')) pages.set(`year/${year}/index.html`, ofYear(year))
    expect(pages.size).toBeGreaterThan(40)
    for (const [path, own] of pages) expect([path, readHeadlines(read(path))]).toEqual([path, toHeadlines(own)])
  })

  test('the home page answers its questions from the newest year with ten reports, and counts every year', () => {
    const years = [...Map.groupBy(totals, ({ year }) => year)].toSorted(([a], [b]) => Number(b) - Number(a))
    const [year = '', own = []] = years.find(([key, held]) => key !== '' && held.length >= 10) ?? []
    const spread = spreads.find((one) => one.indicatorId === 'disclosure_rate' && one.year === year && one.level === '')
    const html = read('index.html')
    const answers = findElements(html, 'ul').find(({ attributes }) => attributes['class']?.includes('answers'))
    const shown = findElements(answers?.inner ?? '', 'li').map(({ inner }) =>
      ['strong', 'small'].map((name) => toWords(findElements(inner, name)[0]?.inner ?? '').replace(/。查看依据$/, '')),
    )
    expect(shown).toEqual(toAnswers(own, spread))
    const counts = years.map(([key, held]) => [key || '年度不详', `${held.length}`])
    expect(readRows(html, '收录报告，按年度')).toEqual(counts)
    const tallies = years.map(([key, held]) => [key || '年度不详', ...toTallyCells(held)])
    expect(readRows(read('year/index.html'), '按年度')).toEqual(tallies)
  })

  test.each(['index.html', 'region/index.html', 'quality/index.html'])('%s has a tile for each province', (path) => {
    const placed = totals.filter(({ regionCode }) => regionCode !== '')
    const provinces = Map.groupBy(placed, ({ regionCode }) => `${regionCode.slice(0, 2)}0000`)
    const expected = [...provinces].map(([code, own]) => [code, own.length] as const)
    expect(readTiles(read(path))).toEqual(new Map(expected))
  })

  test.each([
    ['the bars of new requests on the page of a year', expectIntakes, 5],
    ['the sentences that stand elsewhere on the page of a report', expectSimilarities, 20],
    ['the rows and sizes of the files on the data page', expectFiles, 20],
    ['the lists of places and years, as CSV and as JSON', expectLists, 40],
    ['what the search knows of a report', expectCatalogue, 100],
  ] as const)('%s are those of the dataset', async (_, expectThem, fewest) => {
    expect(await expectThem({ ...demo, read, totals, readTable })).toBeGreaterThan(fewest)
  })

  test('follow what agencies carry over, what they received, and what they refused most', async () => {
    expect(await expectCarried(demo.dataset, read)).toBeGreaterThan(30)
    expect(await expectRefusals(demo.dataset, read, parts('region'))).toBeGreaterThan(10)
    const counts = parts('region').map((code) => {
      const own = totals.filter(({ regionCode }) => (regionCode || 'unknown') === code)
      return expectRegister(read(`region/${code}/index.html`), own)
    })
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(80)
  })

  test('say of a year how many reports were in time', () => {
    for (const year of parts('year')) {
      const late = ofYear(year).map(({ daysLate }) =>
        daysLate === null ? 'undated' : daysLate > 0 ? 'late' : 'in time',
      )
      const counts = ['in time', 'late', 'undated'].map((kind) => `${late.filter((one) => one === kind).length}`)
      expect(readRows(read(`year/${year}/index.html`), '是否按期').map(([, count]) => count)).toEqual(counts)
    }
  })
})

describe('every list of reports', () => {
  test.each(['', 'en/'])('below "/%s" says of each what the dataset holds', (language) => {
    const known = new Map(totals.map((report) => [report.reportId, report]))
    const pages = listFiles(demo.site, 'index.html').filter((path) => path.startsWith('en/') === (language === 'en/'))
    /** The numbers of a text in no order: `8 件中 3 件` and `3 of 8` say the same. */
    const toNumbers = (text: string) => (text.match(/[\d,]+(?:\.\d+)?%?/g) ?? []).toSorted()
    let listed = 0
    for (const path of pages) {
      for (const { id, cells } of readListed(read(path))) {
        const report = known.get(id)
        const expected = report ? toListedCells(report) : []
        if (language === '') expect([path, id, cells]).toEqual([path, id, expected])
        else expect([path, id, cells.map(toNumbers)]).toEqual([path, id, expected.map(toNumbers)])
        listed += 1
      }
    }
    expect(listed).toBeGreaterThan(500)
  })
})

describe('groups of peers', () => {
  test('are those of the newest year, each with its number of reports and its quartiles', () => {
    const own = readTable('indicators').filter(
      (row) => row['indicator_id'] === 'disclosure_rate' && row['peer_q1'] !== '',
    )
    const yearOf = (row: TextRow) => /:(\d{4})/.exec(row['peer_group_id'] ?? '')?.[1] ?? ''
    const newest = own.map(yearOf).toSorted().at(-1) ?? ''
    const groups = new Map(own.filter((row) => yearOf(row) === newest).map((row) => [row['peer_group_id'], row]))
    const percent = (value: string | undefined) => toPercent(Number(value))
    const expected = [...groups.values()].map((row) => [
      ...[row['peer_count'] ?? '', percent(row['peer_q1']), percent(row['peer_median']), percent(row['peer_q3'])],
    ])
    const rows = readRows(read('indicators/disclosure_rate/index.html'), `${newest} 年度的可比组`)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map((row) => row.slice(1)).toSorted()).toEqual(expected.toSorted())
  })
})
