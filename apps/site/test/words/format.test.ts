import { expect, test } from 'vitest'
import { toGrouped, toPercent, toSize } from '../../src/words/format.ts'

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
