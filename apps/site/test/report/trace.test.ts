import { expect, test } from 'vitest'
import type { CellRow } from '../../src/data/rows.ts'
import { toPassed } from '../../src/report/trace.ts'
import { cell } from '../support/rows.ts'

const columns = ['natural_person', 'commercial_enterprise', 'total']
const toCells = (rows: number): ReadonlyMap<string, CellRow> =>
  new Map(
    Array.from({ length: rows }, (_, row) =>
      columns.map((column_id) => ({ ...cell(`requests.r${row}.${column_id}`, 1), row_id: `r${row}`, column_id })),
    )
      .flat()
      .map((one) => [one.key, one]),
  )
const toLinks = (cells: ReadonlyMap<string, CellRow>) => ({
  places: new Map([[1, [...cells.keys()].map((key) => ({ key, start: 0, end: 1 }))]]),
  unplaced: new Map<string, number>(),
  rowLines: new Map<string, number>(),
})

test('a keyboard stops at every number where there are few', () => {
  const cells = toCells(5)
  expect(toPassed(toLinks(cells), cells, 0)).toEqual(new Set())
})

test('of each row it stops once where there are many: at the total, so that the label is passed over', () => {
  const cells = toCells(12)
  const passed = toPassed(toLinks(cells), cells, 0)
  expect(passed.has('requests.r3.natural_person')).toBe(true)
  expect(passed.has('requests.r3.total')).toBe(false)
  expect(passed.has('r-requests.r3')).toBe(true)
  expect(passed.size).toBe(12 * 3)
})

test('links beside the tables count, too', () => {
  const cells = toCells(5)
  expect(toPassed(toLinks(cells), cells, 30).size).toBe(5 * 3)
})
