import { expect, test } from 'vitest'
import { findDate } from '../src/identity/dates.ts'
import { readNumeral, toChineseNumeral } from '../src/text/chinese-numerals.ts'

test.each([
  ['〇', 0],
  ['零', 0],
  ['两', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['三百零五', 305],
  ['两万三千', 23_000],
  ['二〇三', 203],
  ['二○二四', 2024],
  ['', undefined],
  ['万', undefined],
  ['一个', undefined],
])('%s is %s', (numeral, value) => {
  expect(readNumeral(numeral)).toBe(value)
})

test('what is written below a hundred is read again', () => {
  for (let value = 0; value < 100; value++) expect(readNumeral(toChineseNumeral(value))).toBe(value)
})

test.each([
  ['二〇二四年一月十八日', '2024-01-18'],
  ['二○二四年十二月三十一日', '2024-12-31'],
  ['二OO八年十月二十日', '2008-10-20'],
  ['二零二四年十三月一日', null],
])('the date %s is %s', (text, on) => {
  expect(findDate(text)).toBe(on)
})
