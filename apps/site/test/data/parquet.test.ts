import { expect, test } from 'vitest'
import { addSpans, type ColumnTable, type Span, toIndex, toRow } from '../../src/data/parquet.ts'

const part = (start: number, ids: readonly (string | null)[]): ColumnTable => ({
  start,
  end: start + ids.length,
  columns: new Map<string, readonly unknown[]>([
    ['report_id', ids],
    ['line', ids.map((_, index) => index)],
  ]),
})

test('the rows of a report are found across row groups', () => {
  const spans = new Map<string, Span>()
  addSpans(spans, part(0, ['a', 'a', 'b']), 'report_id')
  addSpans(spans, part(3, ['b', null, 'c']), 'report_id')
  expect([...spans]).toEqual([
    ['a', { start: 0, end: 2 }],
    ['b', { start: 2, end: 4 }],
    ['c', { start: 5, end: 6 }],
  ])
})

test('a file whose rows are not sorted by their key stops the build', () => {
  expect(() => addSpans(new Map(), part(0, ['a', 'b', 'a']), 'report_id')).toThrow(
    'rows of "a" end at 1, found one at 2',
  )
})

test('a row is named by its place in the file', () => {
  const group = part(20, ['a', 'b'])
  expect(toRow(group, 21)).toEqual({ report_id: 'b', line: 1 })
  expect([...toIndex(group, 'report_id')]).toEqual([
    ['a', [20]],
    ['b', [21]],
  ])
})
