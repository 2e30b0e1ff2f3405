import { expect, test } from 'vitest'
import { toMedian, toSpread } from '../../src/indicators/intakes.ts'

test('numbers of requests are counted by size, each once', () => {
  const spread = toSpread([0, 0, 1, 9, 10, 29, 30, 999, 1000, 50_000])
  expect(spread.map(({ label, count }) => [label.zh, count])).toEqual([
    ['0', 2],
    ['1–9', 2],
    ['10–29', 2],
    ['30–99', 1],
    ['100–999', 1],
    ['≥ 1,000', 2],
  ])
})

test('the median is a number that was printed', () => {
  expect(toMedian([5, 1, 3, 100])).toBe(3)
  expect(toMedian([])).toBeUndefined()
})
