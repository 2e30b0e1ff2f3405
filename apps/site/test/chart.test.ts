import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toColumnPoints, toDrawnGroups } from '../src/chart/columns.ts'
import { toCsvAddress } from '../src/chart/points.ts'
import { toSegments, toStackPoints } from '../src/chart/stack.ts'

const label = (text: string) => ({ zh: text, en: text })
const part = (name: string) => ({ name, label: label(name) })

test('a bar is cut into its parts, and a part of 0 is not drawn', () => {
  expect(toSegments([1, 0, 3])).toEqual([
    { part: 0, x: 0, width: 25 },
    { part: 2, x: 25, width: 75 },
  ])
  expect(toSegments([0, 0])).toEqual([])
})

test('the parts of any bar fill it without a gap', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 }), (values) => {
      const segments = toSegments(values)
      const end = segments.reduce((at, { x, width }) => {
        expect(Math.abs(x - at)).toBeLessThan(0.1)
        return x + width
      }, 0)
      expect(Math.abs(end - (values.some((value) => value > 0) ? 100 : 0))).toBeLessThan(0.1)
    }),
  )
})

const columns = {
  head: part('year'),
  series: [part('received'), part('forward')],
  groups: [
    { label: label('2021'), values: [10, null] },
    { label: label('2022'), values: [5, 0] },
  ],
}

test('the tallest column has the height given, and a number that is not known none', () => {
  const drawn = toDrawnGroups(columns, 100).flatMap(({ columns: own }) => own)
  expect(drawn.map(({ value, height }) => [value, height])).toEqual([
    [10, 100],
    [null, 0],
    [5, 50],
    [0, 0],
  ])
})

test('columns stand side by side within the width', () => {
  const drawn = toDrawnGroups(columns, 100).flatMap(({ columns: own }) => own)
  for (const [index, { x, width }] of drawn.entries()) {
    expect(x).toBeGreaterThanOrEqual(index === 0 ? 0 : (drawn[index - 1]?.x ?? 0) + (drawn[index - 1]?.width ?? 0))
    expect(x + width).toBeLessThanOrEqual(100)
  }
})

test('columns of nothing but zeros have no height', () => {
  const groups = [{ label: label('2021'), values: [0, 0] }]
  expect(toDrawnGroups({ ...columns, groups }, 100)[0]?.columns.map(({ height }) => height)).toEqual([0, 0])
})

test('the download holds exactly the points, a missing number as an empty field', () => {
  const address = toCsvAddress(toColumnPoints(columns))
  expect(decodeURIComponent(address.replace('data:text/csv;charset=utf-8,', ''))).toBe(
    'year,received,forward\n2021,10,\n2022,5,0\n',
  )
  const stack = { head: part('table'), parts: [part('a')], bars: [{ label: label('x,"y"'), values: [1] }] }
  expect(decodeURIComponent(toCsvAddress(toStackPoints(stack)))).toContain('table,a\n"x,""y""",1\n')
})
