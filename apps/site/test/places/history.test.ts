import { expect, test } from 'vitest'
import type { AgencyYear } from '../../src/places/agency-years.ts'
import {
  describeGaps,
  describeHistory,
  type HistoryYear,
  showDisclosed,
  toHistoryPoints,
  toHistorySegments,
} from '../../src/places/history.ts'
import { drawHistory } from '../../src/places/history-drawing.ts'

const held = (year: number, counts: readonly (number | null)[]): HistoryYear => ({
  ...{ year, counts, jumps: [], breaks: [] },
  totals: { year, received: 9, carriedIn: 1, carriedForward: 2 } as AgencyYear,
  sum: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
})
const gap = (year: number): HistoryYear => ({
  ...{ year, totals: undefined, counts: [null, null, null, null, null, null], sum: null, jumps: [], breaks: [] },
})
const years = [
  held(2021, [30, 10, 10, 0, 0, 0]),
  gap(2022),
  held(2023, [5, 0, 0, 0, 0, 5]),
  held(2024, [1, null, 0, 0, 0, 0]),
]
const history = { reportCount: 4, years, most: 50 }

test('a bar is cut by results on the scale of the longest; few results stay whole, none draw nothing', () => {
  expect(years.map((item) => toHistorySegments(item, 50))).toEqual([
    [
      { group: 'granted', x: 0, width: 60 },
      { group: 'granted_in_part', x: 60, width: 20 },
      { group: 'refused', x: 80, width: 20 },
    ],
    [],
    [{ group: 'few', x: 0, width: 20 }],
    [],
  ])
})

test('shares are given of thirty and more, counts of fewer, neither where a count is missing', () => {
  expect(years.map((item) => showDisclosed(item).zh)).toEqual(['80.0%', '—', '10 件中 5 件', '—'])
})

test('the words name the last two years counted and the years without a report', () => {
  expect(describeHistory(history).zh).toBe(
    '2021 年办结 50 件，公开或部分公开 80.0%；2023 年办结 10 件，公开或部分公开 5 件',
  )
  expect(describeHistory({ reportCount: 0, years: [gap(2022)], most: 1 }).en).toBe(
    'No year has results that could be read',
  )
  expect(describeGaps(history)).toEqual({
    zh: '收录 4 份报告，缺 2022 年。',
    en: 'Reports held: 4; none for 2022.',
  })
})

test('the points hold every year, a gap without numbers', () => {
  expect(toHistoryPoints(history).rows[1]).toEqual(['2022', null, null, null, null, null, null, null, null, null, null])
  expect(toHistoryPoints(history).rows[0]).toEqual(['2021', 1, 9, 30, 10, 10, 0, 0, 0, 50, 2])
})

test('the drawing stands alone: its names are text, nothing in it comes from elsewhere', () => {
  const drawn = drawHistory(
    {
      reportCount: 1,
      years: [{ ...held(2021, [30, 0, 0, 0, 0, 0]), jumps: [{ zh: '<猛增>', en: 'jump' }] }],
      most: 30,
    },
    '某局 & 某室',
    'zh',
  )
  expect(drawn).toContain('<title>某局 &amp; 某室</title>')
  expect(drawn).toContain('▲ &lt;猛增&gt;')
  expect(drawn.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
})
