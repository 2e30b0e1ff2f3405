import { expect, test } from 'vitest'
import { toGrouped, toNamedShare, toPercent, toShare, toSigned, toSize } from '../../src/words/format.ts'

test.each([
  [0, '0'],
  [1234567.5, '1,234,567.5'],
  [-1200, '−1,200'],
])('%d is grouped as %s', (value, expected) => {
  expect(toGrouped(value)).toBe(expected)
})

test.each([
  [0.524, '52.4%', '+0.524'],
  [-0.03, '−3.0%', '−0.03'],
  [0, '0.0%', '0'],
])('%d is %s as a share and %s as a change, with the sign of a minus', (value, percent, change) => {
  expect([toPercent(value), toSigned(value)]).toEqual([percent, change])
})

test.each([
  [0, 0, '—', '—'],
  [1, 3, '3 份中 1 份', '1 of 3'],
  [29, 29, '29 份中 29 份', '29 of 29'],
  [10, 30, '33.3%', '33.3%'],
  [153, 2000, '7.7%', '7.7%'],
])('%i of %i is %s: no percentage of fewer than thirty', (part, whole, zh, en) => {
  expect(toShare(part, whole, '份')).toEqual({ zh, en })
})

test.each([
  [1, 3, '3 份报告中 1 份', '1 of 3 reports'],
  [10, 30, '33.3% 的报告', '33.3% of the reports'],
])('%i of %i reports begin a sentence as %s', (part, whole, zh, en) => {
  expect(toNamedShare(part, whole, { measure: '份', name: { zh: '报告', en: 'reports' } })).toEqual({ zh, en })
})

test('a size is told in KB or MB', () => {
  expect(toSize(2_500_000)).toBe('2.5 MB')
  expect(toSize(1500)).toBe('1.5 KB')
})
