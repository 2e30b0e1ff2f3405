import { forms } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { toLayout } from '../../src/report/form-layout.ts'
import { isQuietCell, toInlineName, toQuietRows } from '../../src/report/narrow.ts'
import { cell } from '../support/rows.ts'

test.each([
  ['value', 0, true],
  ['value', 3, false],
  ['blank', null, true],
  ['not_applicable', null, true],
  ['text', null, false],
  ['missing', null, false],
] as const)('a cell of state %s with %j is passed over: %j', (state, value, expected) => {
  expect(isQuietCell({ ...cell('k', 0), state, value })).toBe(expected)
})

test('a row is passed over where every cell of it is; one that was not found is shown', () => {
  const { sections } = toLayout(forms.requests['2021'])
  const rows = sections.flatMap((section) => section.rows)
  const cells = new Map(rows.flatMap((row, at) => (at === 1 ? [] : row.cells.map(({ key }) => [key, cell(key, at)]))))
  const quiet = toQuietRows(sections, cells)
  expect(rows.map((row) => quiet.has(row)).indexOf(true)).toBe(0)
  expect(quiet.size).toBe(1)
})

test('a row that fell to 0 since the year before is shown', () => {
  const { sections } = toLayout(forms.requests['2021'])
  const rows = sections.flatMap((section) => section.rows)
  const cells = new Map(rows.flatMap((row) => row.cells.map(({ key }) => [key, cell(key, 0)] as const)))
  const fallen = new Map([
    ['requests.granted.total', -3],
    ['requests.granted.natural_person', 0],
  ])
  expect(rows.length - toQuietRows(sections, cells, fallen).size).toBe(1)
})

test('the only row of a table is always shown', () => {
  const { sections } = toLayout(forms.proceedings['2021'])
  const cells = new Map(sections.flatMap(({ rows }) => rows[0]?.cells ?? []).map(({ key }) => [key, cell(key, 0)]))
  expect(toQuietRows(sections, cells).size).toBe(0)
})

test('a number apart from its heads is named by what its table needs', () => {
  const nameOf = (id: 'requests' | 'disclosure' | 'proceedings') =>
    toLayout(forms[id]['2021']).sections.flatMap(({ rows }) => rows[0]?.cells.map(toInlineName) ?? [])[0]?.zh
  expect([nameOf('requests'), nameOf('disclosure'), nameOf('proceedings')]).toEqual([
    '自然人',
    undefined,
    '行政复议：结果维持',
  ])
})
