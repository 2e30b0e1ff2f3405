import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBarPoints, toDrawnGroups, toHeight } from '../../src/chart/bars.ts'
import { toCsvAddress } from '../../src/chart/points.ts'
import { toSegments, toStackPoints } from '../../src/chart/stack.ts'

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

const bars = {
  head: part('year'),
  series: [part('received'), part('forward')],
  groups: [
    { label: label('2021'), values: [10, null] },
    { label: label('2022'), values: [5, 0] },
  ],
}

test('bars share one scale that leaves room for their numbers, and a number that is not known has none', () => {
  const drawn = toDrawnGroups(bars).flatMap(({ bars: own }) => own)
  expect(drawn.map(({ value, width }) => [value, width])).toEqual([
    [10, 80],
    [null, 0],
    [5, 40],
    [0, 0],
  ])
})

test('bars stand below one another within the height', () => {
  const drawn = toDrawnGroups(bars).flatMap(({ bars: own }) => own)
  for (const [index, { y }] of drawn.entries()) {
    expect(y).toBeGreaterThanOrEqual(index === 0 ? 0 : (drawn[index - 1]?.y ?? 0) + 20)
    expect(y + 20).toBeLessThanOrEqual(toHeight(bars))
  }
})

test('bars of nothing but zeros have no length', () => {
  const groups = [{ label: label('2021'), values: [0, 0] }]
  expect(toDrawnGroups({ ...bars, groups })[0]?.bars.map(({ width }) => width)).toEqual([0, 0])
})

test('the download holds exactly the points, a missing number as an empty field', () => {
  const address = toCsvAddress(toBarPoints(bars))
  expect(decodeURIComponent(address.replace('data:text/csv;charset=utf-8,', ''))).toBe(
    '\uFEFFyear,received,forward\r\n2021,10,\r\n2022,5,0\r\n',
  )
  const stack = { head: part('table'), parts: [part('a')], bars: [{ label: label('x,"y"'), values: [1] }] }
  expect(decodeURIComponent(toCsvAddress(toStackPoints(stack)))).toContain('table,a\r\n"x,""y""",1\r\n')
})
