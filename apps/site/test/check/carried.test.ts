import type { CarriedFile } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { type CarriedView, compareCarried } from '../../src/check/carried.ts'

const draft: CarriedView = {
  year: 2024,
  agencyId: '110101-minzheng',
  names: ['民政局', '东城区民政局'],
  cells: [
    { id: 'natural_person', name: '自然人', value: 3 },
    { id: 'other_organization', name: '其他', value: null },
    { id: 'total', name: '总计', value: 3 },
  ],
}

const toList = (...bodies: readonly (readonly [agencyId: string, name: string])[]): CarriedFile => ({
  year: 2023,
  columns: ['total', 'natural_person', 'other_organization'],
  reports: bodies.map(([agencyId, name]) => ({
    reportId: `${agencyId}-2023`,
    agencyId,
    name,
    place: '',
    carried: [3, 2, 0],
  })),
})

test('cells are compared by their columns, whatever their order; a cell without a number is not', () => {
  const [match] = compareCarried(draft, toList(['110101-minzheng', '民政局'])).matches
  expect(match?.rows.map(({ before, now, status }) => [before, now, status])).toEqual([
    [2, 3, 'fail'],
    [0, null, 'not_assessable'],
    [3, 3, 'pass'],
  ])
})

test.each([
  [
    'by the id, whoever has the same name',
    [
      ['110101-minzheng', '甲'],
      ['1', '民政局'],
    ],
    ['110101-minzheng-2023'],
  ],
  [
    'by each of its names, where no id is the same',
    [
      ['1', '民政局'],
      ['2', '东城区民政局'],
      ['3', '乙'],
    ],
    ['1-2023', '2-2023'],
  ],
  ['nowhere', [['3', '乙']], []],
] as const)('a body is found %s', (_, bodies, found) => {
  expect(compareCarried(draft, toList(...bodies)).matches.map(({ reportId }) => reportId)).toEqual(found)
})

test('a list of another year is not compared', () => {
  const list = toList(['110101-minzheng', '民政局'])
  expect(compareCarried({ ...draft, year: 2025 }, list)).toEqual({ year: 2023, isYearBefore: false, matches: [] })
  expect(compareCarried({ ...draft, year: null }, list)).toMatchObject({ isYearBefore: true, matches: [{ place: '' }] })
})
