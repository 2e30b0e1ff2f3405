import { expect, test } from 'vitest'
import { toAxis, toDistribution, toRadius } from '../../src/indicators/distributions.ts'

test.each([
  ['days before and after a deadline', [-70.95, -20, -11, -3, 79], [-80, 80]],
  ['small shares', [0.01, 0.02, 0.034], [0, 0.035]],
  ['numbers of documents', [0, 3, 40, 1234], [0, 1200]],
  ['nothing but 0', [0, 0], [0, 1]],
  ['nothing', [], [0, 1]],
])('the axis of %s begins and ends at a whole step', (_, values, axis) => {
  expect(toAxis(values)).toEqual(axis)
})

test('a dot is as large for as many reports in every year and level', () => {
  const of = (year: number, level: string, value: number) => ({ year, level, value, status: 'given' as const })
  const many = Array.from({ length: 16 }, () => of(2023, 'county', 0.5))
  const distribution = toDistribution([...many, of(2024, 'province', 0.5)], true)
  expect(distribution.mostInBin).toBe(16)
  expect([16, 4, 1].map((count) => toRadius(count, distribution))).toEqual([7, 4.25, 2.88])
})

test('of a yes-or-no figure those are counted of which it is yes', () => {
  const figures = [1, 0, 1].map((value) => ({ year: 2023, level: 'county', value, status: 'given' as const }))
  expect(toDistribution(figures, false).years[0]?.all).toMatchObject({ count: 3, yes: 2 })
})
