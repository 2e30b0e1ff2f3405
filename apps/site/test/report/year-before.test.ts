import { expect, test } from 'vitest'
import type { CellRow, ReportRow } from '../../src/data/rows.ts'
import { findYearBefore, toDifferences, toFailing } from '../../src/report/year-before.ts'
import { cell, finding } from '../support/rows.ts'

const toCells = (cells: readonly CellRow[]) => new Map(cells.map((row) => [row.key, row]))
const blank = (key: string): CellRow => ({ ...cell(key, 0), state: 'blank', value: null, raw: '' })
const nothing: ReadonlySet<string> = new Set()

test('a cell is compared where both years print a number and no sum over it fails', () => {
  const now = {
    cells: toCells([
      cell('grew', 12),
      cell('same', 3),
      cell('fees', 0.3),
      blank('gone'),
      cell('new', 4),
      cell('bad', 9),
      cell('was_bad', 9),
    ]),
    failing: new Set(['bad']),
  }
  const before = {
    cells: toCells([
      cell('grew', 7),
      cell('same', 3),
      cell('fees', 0.1),
      cell('gone', 1),
      blank('new'),
      cell('bad', 1),
      cell('was_bad', 1),
    ]),
    failing: new Set(['was_bad']),
  }
  expect([...toDifferences(now, before)]).toEqual([
    ['grew', 5],
    ['same', 0],
    ['fees', 0.2],
  ])
  expect(toDifferences(now, { cells: new Map(), failing: nothing })).toEqual(new Map())
})

test('only sums that fail put their cells in doubt', () => {
  const failing = { ...finding('T3.BALANCE.total', 'fail'), cells: ['a', 'b'] }
  const held = { ...finding('T3.BALANCE.other', 'pass'), cells: ['c'] }
  const jump = { ...finding('X.JUMP.d', 'fail'), cells: ['d'] }
  expect([...toFailing([failing, held, jump])]).toEqual(['a', 'b'])
})

test.each([
  ['the one report of the year before', 2023, [2021, 2022], 2022],
  ['none where that year is missing', 2023, [2020, 2024], undefined],
  ['none of two of that year', 2023, [2022, 2022], undefined],
  ['none where the year is not known', null, [2022], undefined],
])('last year’s report is %s', (_, year, others, expected) => {
  const siblings = others.map((other) => ({ year: other }) as ReportRow)
  expect(findYearBefore({ year }, siblings)?.year).toBe(expected)
})
