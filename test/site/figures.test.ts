import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeKinds, groupRates, indicators } from '@gongkai/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toQuantile } from '../../apps/site/src/indicators/distributions.ts'
import { showFigure } from '../../apps/site/src/words/figures.ts'
import { toGrouped } from '../../apps/site/src/words/format.ts'
import { readCsv } from '../support/csv.ts'
import { buildDemo, type Demo } from '../support/demo.ts'
import { findElements, toWords } from '../support/html.ts'

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
