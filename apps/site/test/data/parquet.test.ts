import { expect, test } from 'vitest'
import { type ColumnTable, toRows } from '../../src/data/parquet.ts'
import { toKeySpans } from '../../src/data/spans.ts'

const part = (start: number, ids: readonly (string | null)[]): ColumnTable => ({
  start,
  end: start + ids.length,
  columns: new Map<string, readonly unknown[]>([
    ['report_id', ids],
    ['line', ids.map((_, index) => index)],
  ]),
})

test('the rows of a report are found across row groups, in each table its own', () => {
  const [lines, claims] = [toKeySpans('report_id'), toKeySpans('report_id')]
  lines.add(part(0, ['a', 'a', 'b']))
  claims.add(part(0, ['c']))
  lines.add(part(3, ['b', null, 'c']))
  expect(['a', 'b', 'c', 'd'].map(lines.find)).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
    { start: 5, end: 6 },
    { start: 0, end: 0 },
  ])
  expect(['a', 'c'].map(claims.find)).toEqual([
    { start: 0, end: 0 },
    { start: 0, end: 1 },
  ])
})

test('a file whose rows are not sorted by their key stops the build', () => {
  expect(() => toKeySpans('report_id').add(part(0, ['a', 'b', 'a']))).toThrow('rows of "a" end at 1, found one at 2')
})

test('a row is named by its place in the file', () => {
  const group = part(20, ['a', 'b'])
  expect(toRows(group)(21)).toEqual({ report_id: 'b', line: 1 })
})
