import { expect, test } from 'vitest'
import type { RegionRow, ReportRow } from '../../src/data/rows.ts'
import { toAncestors, toRegions } from '../../src/places/regions.ts'
import { tiles } from '../../src/places/tiles.ts'

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

test('every province has its own tile', () => {
  expect(tiles).toHaveLength(34)
  expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(34)
  expect(new Set(tiles.map(({ code }) => code)).size).toBe(34)
})
