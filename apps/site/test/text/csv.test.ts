import { expect, test } from 'vitest'
import { toCsv } from '../../src/text/csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['＝cmd', "'＝cmd"],
  ['@a', "'@a"],
  ['-b', "'-b"],
  ['-', '-'],
  ['-12.5', '-12.5'],
  ['+3', '+3'],
  ['甲=乙', '甲=乙'],
])('the words %j stand in a CSV file as %j', (words, written) => {
  expect(toCsv(['a'], [[words]])).toBe(`\uFEFFa\r\n${written}\r\n`)
})

test('a number below 0 is a number in a CSV file', () => {
  expect(toCsv(['a', 'b'], [[-3, null]])).toBe('\uFEFFa,b\r\n-3,\r\n')
})
