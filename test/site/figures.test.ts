import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { changeKinds, groupRates, indicators } from '@gongkai/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toQuantile } from '../../apps/site/src/indicators/distributions.ts'
import { showFigure } from '../../apps/site/src/words/figures.ts'
import { toGrouped } from '../../apps/site/src/words/format.ts'
import { readCsv } from '../support/csv.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { countStops, findElements, toWords } from '../support/html.ts'

/** Every figure of these pages is computed here once more, from the published files alone. */
let demo: Demo

beforeAll(async () => {
  demo = await buildDemo(120)
})
afterAll(() => demo?.remove())

const read = (path: string) => readFileSync(join(demo.site, path), 'utf8')
const readTable = (name: string) => readCsv(readFileSync(join(demo.dataset, `${name}.csv`), 'utf8'))
const readReport = (id: string) => read(`r/${id}/index.html`)
const reports = () => readTable('reports')
const idOf = (row: Readonly<Record<string, string>>) => row['report_id'] ?? ''

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
  const percent = (share: string | undefined) => (share ? `${(100 * Number(share)).toFixed(1)}%` : '—')

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

describe('a report of very many numbers', () => {
  const pages = () => reports().flatMap((row) => [readReport(idOf(row)), read(`en/r/${idOf(row)}/index.html`)])

  test('is crossed by a keyboard in 150 stops at most, and every number keeps its link', () => {
    const links = pages().map((html) => html.match(/<td [^>]*><a href="#[vL]/g)?.length ?? 0)
    expect(Math.max(...links)).toBeGreaterThan(100)
    expect(Math.max(...pages().map(countStops))).toBeLessThanOrEqual(150)
  })

  test('is at most 14 KB packed without the lines of its text', () => {
    const own = /<ol class="lines".*?<\/ol>/s
    expect(pages().every((html) => own.test(html))).toBe(true)
    expect(Math.max(...pages().map((html) => gzipSync(html.replace(own, '')).length))).toBeLessThanOrEqual(14 * 1024)
  })
})

describe('indicators and changes', () => {
  const cellsOf = (html: string, part: 'tr' = 'tr') =>
    findElements(html, part).map(({ inner }) => findElements(inner, 'td').map((cell) => toWords(cell.inner).trim()))

  test('each spread is counted over the dataset: reports given, quartiles of ten and more', () => {
    const yearOf = new Map(reports().map((row) => [idOf(row), row['year']]))
    const given = readTable('indicators').filter((row) => row['value'] !== '')
    for (const id of ['disclosure_rate', 'punctuality', 'growth']) {
      const own = given.filter((row) => row['indicator_id'] === id)
      const html = read(`indicators/${id}/index.html`)
      const years = [...Map.groupBy(own, (row) => yearOf.get(idOf(row)) ?? '')].filter(([year]) => year !== '')
      expect(years.length, id).toBeGreaterThan(0)
      for (const [year, rows] of years) {
        const body = findElements(html, 'tbody').find(({ inner }) =>
          findElements(inner, 'th').some((head) => head.inner.trim() === year),
        )
        const [all = []] = cellsOf(body?.inner ?? '')
        const values = rows.map((row) => Number(row['value'])).toSorted((a, b) => a - b)
        const median = values.length < 10 ? undefined : toQuantile(values, 0.5)
        const unit = indicators.find((one) => one.id === id)?.unit ?? 'items'
        expect([all[1], all[3]], `${id} ${year}`).toEqual([
          toGrouped(values.length),
          median === undefined ? '—' : showFigure(median, unit).zh,
        ])
      }
    }
  })

  test('the page of changes lists what the dataset holds, and says of which release', () => {
    const changes = readTable('changes')
    expect(changes.length).toBeGreaterThan(5)
    const html = read('changes/index.html')
    expect(html).toContain('2025-06-01')
    const listed = cellsOf(findElements(html, 'table').at(-1)?.inner ?? '').slice(1)
    expect(listed.map(([kind]) => kind)).toEqual(
      changes.slice(0, 500).map((row) => changeKinds[row['kind'] as keyof typeof changeKinds].zh),
    )
  })
})

describe('what changed since the year before', () => {
  /** Cell key → number, and the keys of failing sums, of one report. */
  function readNumbers() {
    const cells = Map.groupBy(readTable('cells'), idOf)
    const failing = Map.groupBy(
      readTable('findings').filter((row) => row['is_sum_edit'] === 'true' && row['status'] === 'fail'),
      idOf,
    )
    return (id: string) => {
      const doubted = new Set((failing.get(id) ?? []).flatMap((row) => (row['cells'] ?? '').match(/[\w.]+/g) ?? []))
      const numbers = (cells.get(id) ?? []).filter((row) => row['state'] === 'value' && !doubted.has(row['key'] ?? ''))
      return { doubted, numbers: new Map(numbers.map((row) => [row['key'] ?? '', Number(row['value'])])) }
    }
  }
  /** Cell key → change, as the page shows it. */
  const readShown = (id: string) =>
    new Map(
      findElements(readReport(id), 'td').flatMap(({ attributes, inner }): [string, string][] => {
        const change = findElements(inner, 'small').find((one) => one.attributes['class'] === 'd')
        return change ? [[attributes['id']?.slice(2) ?? '', toWords(change.inner).replace('较上年', '')]] : []
      }),
    )

  test('stands in every cell that both reports print and no failing sum doubts, and in no other', () => {
    const numbersOf = readNumbers()
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
      expect(readShown(idOf(row)), idOf(row)).toEqual(new Map(expected))
    }
    expect(changes).toBeGreaterThan(100)
    expect(doubts).toBeGreaterThan(0)
  })
})

/** Words in the cells of each row of a table that is called so. */
function readRows(path: string, caption: string): readonly (readonly string[])[] {
  const table = findElements(read(path), 'table').find(({ inner }) =>
    findElements(inner, 'caption').some((one) => toWords(one.inner) === caption),
  )
  const body = findElements(table?.inner ?? '', 'tbody')[0]?.inner ?? ''
  return findElements(body, 'tr').map(({ inner }) =>
    [...inner.matchAll(/<t[hd](?:\s[^>]*)?>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => toWords(cell)),
  )
}

/** A share of thirty and more, else counts, as lists state it. */
function toStated(part: number, whole: number, measure: string): string {
  if (whole === 0) return '—'
  return whole < 30 ? `${whole} ${measure}中 ${part} ${measure}` : `${((100 * part) / whole).toFixed(1)}%`
}

/** The sums of the disclosure rate of some reports. */
function sumDisclosure(ids: readonly string[]) {
  const wanted = new Set(ids)
  const rates = readTable('indicators').filter(
    (row) =>
      row['indicator_id'] === 'disclosure_rate' &&
      wanted.has(idOf(row)) &&
      row['numerator'] !== '' &&
      row['denominator'] !== '',
  )
  const sum = (column: string) => rates.reduce((total, row) => total + Number(row[column]), 0)
  return { answered: rates.length, disclosed: sum('numerator'), results: sum('denominator') }
}

const stateDisclosure = (ids: readonly string[]) => {
  const { disclosed, results } = sumDisclosure(ids)
  return toStated(disclosed, results, '件')
}

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
      const rows = readRows(`agency/${agency}/index.html`, '历年办理结果').filter(({ length }) => length > 1)
      const years = dated.map((row) => Number(row['year']))
      for (let year = Math.min(...years); year <= Math.max(...years); year += 1) {
        const report = dated.find((row) => Number(row['year']) === year)
        const shown = rows.find(([head]) => head === `${year}`)
        if (!report) gaps += 1
        const id = report ? idOf(report) : ''
        const sum = outcomes.get(id)?.[0]?.['results_sum']
        const expected = report ? [show(received.get(id)), show(sum), sum ? stateDisclosure([id]) : '—'] : ['未收录']
        expect(shown?.slice(report ? 2 : 1), `${agency} ${year}`).toEqual(expected)
      }
    }
    expect(charts).toBeGreaterThan(10)
    expect(gaps).toBeGreaterThan(0)
  })
})

describe('places and years', () => {
  const provinceOf = (row: Readonly<Record<string, string>>) => `${(row['region_code'] ?? '').slice(0, 2)}0000`

  test('say how many reports are held of each place and year, and what of their results was disclosed', () => {
    const rows = readRows('region/index.html', '各地各年度')
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
        const held = own.filter((row) => Number(row['year']) === year && row['year'] !== '')
        return held.length === 0 ? '—未收录' : `${held.length} 份${stateDisclosure(held.map(idOf))}`
      })
      expect(rows.find(([head]) => head === name)?.slice(1), name).toEqual([`${own.length} 份`, ...expected])
    }
    const english = new Map(readTable('regions').map((row) => [row['region_code'], row['name_en']]))
    const named = readRows('en/region/index.html', 'Places, year by year').map(([head]) => head)
    expect(provinces.map(([code]) => english.get(code)).filter((name) => !named.includes(name))).toEqual([])
  })

  test('of a year count the same by province', () => {
    const findings = readTable('findings').filter((row) => row['is_sum_edit'] === 'true' && row['severity'] === 'must')
    const assessed = new Set(findings.filter((row) => row['status'] !== 'not_assessable').map(idOf))
    const failing = new Set(findings.filter((row) => row['status'] === 'fail').map(idOf))
    const received = new Map(
      readTable('requests').flatMap((row) =>
        row['row_id'] === 'new_received' && row['total'] ? [[idOf(row), Number(row['total'])] as const] : [],
      ),
    )
    const year = '2022'
    const rows = readRows(`year/${year}/index.html`, '各省级行政区')
    const held = reports().filter((row) => row['year'] === year && row['region_code'] !== '')
    for (const [code, own] of Map.groupBy(held, provinceOf)) {
      const ids = own.map(idOf)
      const printed = ids.flatMap((id) => received.get(id) ?? [])
      const counted = ids.filter((id) => assessed.has(id))
      expect(rows.find(([head]) => head === (own[0]?.['province'] ?? code))?.slice(1), code).toEqual([
        `${own.length}`,
        toStated(printed.filter((count) => count === 0).length, printed.length, '份'),
        toGrouped(sumDisclosure(ids).results),
        stateDisclosure(ids),
        toStated(counted.filter((id) => failing.has(id)).length, counted.length, '份'),
      ])
    }
    expect(held.length).toBeGreaterThan(10)
  })

  test('the home page answers its questions from the newest year with ten reports', () => {
    const years = [...Map.groupBy(reports(), (row) => row['year'] ?? '')].filter(([year]) => year !== '')
    const [year = '', own = []] =
      years.filter(([, held]) => held.length >= 10).toSorted(([a], [b]) => (a < b ? 1 : -1))[0] ?? []
    const { disclosed, results, answered } = sumDisclosure(own.map(idOf))
    const rates = readTable('indicators')
      .filter((row) => row['indicator_id'] === 'disclosure_rate' && row['value'] !== '')
      .filter((row) => own.some((report) => idOf(report) === idOf(row)))
      .map((row) => Number(row['value']))
      .toSorted((a, b) => a - b)
    const answers = findElements(read('index.html'), 'ul').find(({ attributes }) =>
      attributes['class']?.includes('answers'),
    )
    const words = findElements(answers?.inner ?? '', 'li').map(({ inner }) => toWords(inner))
    expect(words).toHaveLength(4)
    expect(words[0]).toContain(toStated(disclosed, results, '件'))
    expect(words[0]).toContain(
      `${year} 年办结的 ${toGrouped(results)} 件申请中有 ${toGrouped(disclosed)} 件，取自 ${answered} 份报告`,
    )
    expect(words[1]).toContain(
      rates.length < 10 ? `${rates.length} 份，不足 10 份` : `${(100 * toQuantile(rates, 0.5)).toFixed(1)}%`,
    )
    expect(words[1]).toContain(`${rates.length} 份`)
  })
})

describe('groups of peers', () => {
  test('are those of the newest year, each with its number of reports and its quartiles', () => {
    const own = readTable('indicators').filter(
      (row) => row['indicator_id'] === 'disclosure_rate' && row['peer_q1'] !== '',
    )
    const yearOf = (row: Readonly<Record<string, string>>) => /:(\d{4})/.exec(row['peer_group_id'] ?? '')?.[1] ?? ''
    const newest = own.map(yearOf).toSorted().at(-1) ?? ''
    const groups = new Map(own.filter((row) => yearOf(row) === newest).map((row) => [row['peer_group_id'], row]))
    const percent = (value: string | undefined) => `${(100 * Number(value)).toFixed(1)}%`
    const expected = [...groups.values()].map((row) => [
      ...[row['peer_count'] ?? '', percent(row['peer_q1']), percent(row['peer_median']), percent(row['peer_q3'])],
    ])
    const rows = readRows('indicators/disclosure_rate/index.html', `${newest} 年度的可比组`)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map((row) => row.slice(1)).toSorted()).toEqual(expected.toSorted())
  })
})
