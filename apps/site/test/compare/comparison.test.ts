import type { AgencyFile, AgencyFileReport } from '@gongkai/schema/browser'
import { describe, expect, test } from 'vitest'
import { isLacking, isQuiet, isUnread, toAnswered, toCompared } from '../../src/compare/comparison.ts'
import { describeShares, toCellWords, toNotes, toPoints } from '../../src/compare/describe.ts'
import { toTableCsv } from '../../src/compare/download.ts'
import { toColumns, toLines } from '../../src/compare/lines.ts'
import { pickReports, toAgencyId, toSide } from '../../src/compare/sides.ts'
import { readCompareState, toCompareQuery } from '../../src/compare/state.ts'
import { compareTexts } from '../../src/compare/texts.ts'

const texts = compareTexts.zh
const lines = toLines('zh')

type Cell = AgencyFileReport['tables'][string]['rows'][string][number]

function toReport(id: string, cells: Readonly<Record<string, Cell>>, changes: Partial<AgencyFileReport> = {}) {
  const year = Number(id.slice(-4))
  const rows = Object.fromEntries(Object.entries(cells).map(([row, cell]) => [row, [cell]]))
  const report: AgencyFileReport = {
    report: {
      report_id: id,
      agency_id: toAgencyId(id),
      agency_name: `=${toAgencyId(id)}`,
      year,
      disclosure_edition: '2021',
      requests_edition: year < 2021 ? '2019' : '2021',
      proceedings_edition: '2021',
    },
    outcomes: { sums: { declared: 42, assessed: 42, failed: 0 } },
    tables: { requests: { columns: ['total'], rows } },
    results: {},
    in_doubt: [],
    ...changes,
  }
  return report
}

const one = toReport('a-2023', {
  new_received: 86,
  carried_in: 0,
  granted: { state: 'blank', raw: '' },
  'other.misc': 3,
  'refused.state_secret': 0,
})
const two = toReport(
  'b-2020',
  { new_received: 38, carried_in: 0, granted: 4, 'other.all': 3, 'refused.state_secret': 0 },
  { in_doubt: ['requests.granted.total'] },
)
const sides = [one, two].map((report) => toSide(report, 'zh'))
const compared = toCompared(lines, sides, 'total')
const lineOf = (row: string) => {
  const found = compared.find(({ line }) => line.row === row)
  if (!found) throw new Error(`No line "${row}"`)
  return found
}

describe('a line', () => {
  test.each([
    ['new_received', ['86', '38'], -48],
    ['granted', ['空白', '4'], undefined],
    ['other.misc', ['3', '表中无此项'], undefined],
    ['carried_in', ['0', '0'], 0],
    ['other.fee_unpaid', ['表中无此项', '表中无此项'], undefined],
  ])('%s prints %j, the difference is %s', (row, words, difference) => {
    const { cells, differences } = lineOf(row)
    expect(cells.map((cell) => toCellWords(cell, texts))).toEqual(words)
    expect(differences).toEqual([difference])
  })

  test('is left out where all print 0, and never where one prints nothing', () => {
    expect(['carried_in', 'granted', 'other.fee_unpaid'].map((row) => isQuiet(lineOf(row)))).toEqual([
      true,
      false,
      true,
    ])
    expect(['other.misc', 'granted'].map((row) => isLacking(lineOf(row)))).toEqual([true, false])
    expect(['other.misc', 'granted'].map((row) => isUnread(lineOf(row)))).toEqual([false, true])
  })

  test('says of which report a sum fails', () => {
    expect(lineOf('granted').cells.map(({ isDoubted }) => isDoubted)).toEqual([false, true])
  })
})

test('every cell of every edition has its line, those of an older edition within their row', () => {
  const keys = lines.map(({ form, row, column }) => `${form} ${row} ${column}`)
  expect(new Set(keys).size).toBe(keys.length)
  const rows = lines.filter(({ form }) => form === 'disclosure').map(({ row }) => row)
  expect(rows).toEqual([...Map.groupBy(rows, (row) => row).values()].flat())
  expect(keys.indexOf('requests other.all ')).toBeGreaterThan(keys.indexOf('requests unprocessed.confirmation '))
  expect(toColumns('en')[0]?.id).toBe('total')
})

test.each([
  [{ granted: 20, granted_in_part: 9, refused: 1 }, 30, 20 / 30, 29],
  [{ granted: 20, granted_in_part: 8, refused: 1 }, 29, null, 28],
  [{ granted: 20, granted_in_part: 9, refused: null }, null, null, 29],
  [{}, null, null, null],
])('of the results %j the sum is %s, the share granted %s', (results, sum, share, disclosed) => {
  const answered = toAnswered({ results: new Map(Object.entries(results)) })
  expect([answered.sum, answered.shareOf('granted'), answered.disclosed]).toEqual([sum, share, disclosed])
})

test.each([
  [0.5, 0.607, '−10.7'],
  [0.05, 0, '+5.0'],
  [0.3, 0.3, '0.0'],
  [null, 0.3, undefined],
])('%s against %s is %s points', (share, from, points) => {
  expect(toPoints(share, from)).toBe(points)
})

test('the sentence gives no per cent of fewer than thirty', () => {
  const withResults = (results: AgencyFileReport['results']) => toSide({ ...one, results }, 'zh')
  const few = describeShares([withResults({ granted: 3, refused: 2, granted_in_part: 0 })], texts)
  expect(few).toBe('公开或部分公开：=a2023年 5 件中 3 件。')
  expect(describeShares([withResults({ granted: 15, granted_in_part: 15, refused: 0 })], texts)).toContain('占 100.0%')
  expect(describeShares([withResults({ granted: null, granted_in_part: 15 })], texts)).toContain('没有读出件数')
})

test.each([
  [{ declared: 42, assessed: 42, failed: 0 }, false],
  [{ declared: 42, assessed: 5, failed: 0 }, true],
  [{ declared: 42, assessed: 0, failed: 0 }, true],
  [{ declared: 42, assessed: 42, failed: 1 }, true],
])('of the sums %j a note warns: %s', (sums, isWarning) => {
  const side = toSide({ ...one, outcomes: { sums } }, 'zh')
  expect(toNotes([], [side], texts, 'zh').map((note) => note.isWarning)).toEqual([isWarning])
})

test('the notes name years, editions, cells without a number and failing sums', () => {
  const notes = toNotes(compared, sides, texts, 'zh').map(({ text }) => text)
  expect(notes.join('')).toMatch(/年度不同.*表三的版式不同.*2 行有的版式没有.*1 行有一方没有印出数字.*存疑/)
})

describe('what the address asks for', () => {
  const files: readonly AgencyFile[] = [
    { agency_id: 'a', reports: [toReport('a-2021', {}), one, toReport('a-2022', {})] },
    { agency_id: 'b', reports: [two, toReport('b-2022', {})] },
  ]
  test.each([
    [
      ['a', 'b'],
      ['a-2022', 'b-2022'],
    ],
    [
      ['a-2023', 'b'],
      ['a-2023', 'b-2022'],
    ],
    [
      ['a', 'b-2020'],
      ['a-2023', 'b-2020'],
    ],
    [
      ['a-2021', 'b-2019'],
      ['a-2021', undefined],
    ],
  ])('%j is %j', (ids, expected) => {
    expect(pickReports(ids, files).map(({ report }) => report?.report.report_id)).toEqual(expected)
  })

  test('that is not held is said', () => {
    expect(pickReports(['c-2020'], [undefined])[0]).toEqual({ id: 'c-2020', report: undefined, choices: [] })
  })

  test.each([
    ['', ''],
    ['?r=a&r=a&r=b', '?r=a&r=b'],
    ['?r=a&r=b&r=c&r=d&r=e', '?r=a&r=b&r=c&r=d'],
    ['?r=a&column=natural_person&all=1', '?r=a&column=natural_person&all=1'],
    ['?r=+&all=2', ''],
  ])('%s is kept as %s', (address, kept) => {
    expect(toCompareQuery(readCompareState(new URLSearchParams(address)))).toBe(kept)
  })
})

test('the table as CSV holds every line, and names run as no formula', () => {
  const csv = toTableCsv({ sides, lines: compared, notes: [], isWhole: false, groups: [], texts, toReport: () => '' })
  const rows = csv.split('\r\n')
  expect(rows).toHaveLength(lines.length + 2)
  expect(rows[0]).toBe("\uFEFF,项目,'=a2023年,'=b2020年,'=b2020年 − =a2023年,存疑")
  expect(csv).toContain('表三,（一）予以公开,空白,4,不可比,')
})
