import { expect, test } from 'vitest'
import { toCsv } from '../src/csv.ts'
import { toCellsCsv } from '../src/export.ts'
import { toGrouped, toPercent, toSize } from '../src/format.ts'
import { toAncestors, toRegions } from '../src/regions.ts'
import { pickEdition, toRepairCounts } from '../src/report-view.ts'
import type { RegionRow, ReportRow } from '../src/rows.ts'
import { tiles } from '../src/tiles.ts'

const region = (region_code: string, parent_code: string | null): RegionRow => ({
  region_code,
  name: region_code,
  name_en: null,
  level: null,
  parent_code,
})
const rows = [region('140000', null), region('140200', '140000'), region('140212', '140200'), region('330000', null)]

test('only divisions with reports and their ancestors are kept, with counts of all below', () => {
  const reports = [
    { region_code: '140212' },
    { region_code: '140200' },
    { region_code: null },
  ] as unknown as readonly ReportRow[]
  const tree = toRegions(new Map(rows.map((row) => [row.region_code, row])), reports)
  expect([...tree].map(([code, { allReports }]) => [code, allReports.length])).toEqual([
    ['140000', 2],
    ['140200', 2],
    ['140212', 1],
  ])
  expect(tree.get('140000')?.children).toEqual(['140200'])
})

test('a loop among parents ends', () => {
  const loop = new Map([region('1', '2'), region('2', '1')].map((row) => [row.region_code, row]))
  expect(toAncestors(loop, '1')).toEqual(['1', '2'])
})

test('repairs are counted by kind', () => {
  const kinds = (['script', 'gloss', 'gloss'] as const).map((kind) => ({ report_id: 'r', kind, line: null }))
  expect(toRepairCounts(kinds).map(({ count }) => count)).toEqual([2, 1])
})

test('an unstated edition follows the cells', () => {
  expect(pickEdition('requests', null, new Set(['requests.other.all.total']))).toBe('2019')
  expect(pickEdition('requests', null, new Set())).toBe('2021')
  expect(pickEdition('requests', '2019', new Set())).toBe('2019')
})

test('CSV fields are quoted only where they must be', () => {
  const cell = {
    report_id: 'r',
    form_id: 'requests',
    row_id: 'a',
    column_id: 'b',
    key: 'k',
    unit: '件',
    state: 'text',
    value: null,
    note: null,
    raw: '见"附件",\n一',
    place_line: 3,
  } as const
  const csv = toCellsCsv([{ report: { report_id: 'r', year: 2022 }, cells: [cell] }])
  expect(csv).toBe('report_id,year,key,unit,state,value,note,raw,place_line\nr,2022,k,件,text,,,"见""附件"",\n一",3\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ['＝cmd', "'＝cmd"],
  ['@a', "'@a"],
  ['-b', "'-b"],
  ['-', '-'],
  ['-12.5', '-12.5'],
  ['+3', '+3'],
  ['甲=乙', '甲=乙'],
])('the words %j stand in a CSV file as %j', (words, written) => {
  expect(toCsv(['a'], [[words]])).toBe(`a\n${written}\n`)
})

test('a number below 0 is a number in a CSV file', () => {
  expect(toCsv(['a', 'b'], [[-3, null]])).toBe('a,b\n-3,\n')
})

test.each([
  [0, '0'],
  [1234567.5, '1,234,567.5'],
  [-1200, '-1,200'],
])('%d is grouped as %s', (value, expected) => {
  expect(toGrouped(value)).toBe(expected)
})

test('a share of nothing is a dash', () => {
  expect(toPercent(0, 0)).toBe('—')
  expect(toPercent(1, 3)).toBe('33.3%')
  expect(toSize(2_500_000)).toBe('2.5 MB')
})

test('every province has its own tile', () => {
  expect(tiles).toHaveLength(34)
  expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(34)
  expect(new Set(tiles.map(({ code }) => code)).size).toBe(34)
})
