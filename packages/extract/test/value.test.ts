import { expect, test } from 'vitest'
import { splitDigits, splitFreely } from '../src/form/joined-digits.ts'
import { isValueLike, parseValue } from '../src/form/value.ts'

test.each([
  ['0', 'value', 0],
  ['１２', 'value', 12],
  [' 0 ', 'value', 0],
  ['0　', 'value', 0],
  ['零', 'value', 0],
  ['1,113', 'value', 1113],
  ['1，113', 'value', 1113],
  ['1 113', 'value', 1113],
  ['4166.241619', 'value', 4166.241619],
  ['3件', 'value', 3],
  ['减2', 'value', -2],
  ['-18', 'value', -18],
  ['+16', 'value', 16],
  ['增3', 'value', 3],
  ['十二', 'value', 12],
  ['', 'blank', null],
  ['　', 'blank', null],
  ['/', 'not_applicable', null],
  ['—', 'not_applicable', null],
  ['无', 'not_applicable', null],
  ['详见附件', 'text', null],
  ['本单位未制作', 'text', null],
  ['0 0 0', 'text', null],
  ['0000000', 'text', null],
  ['1.属于国家秘密', 'text', null],
  ['2023年', 'text', null],
  ['31批次', 'value', 31],
  ['1208人次', 'value', 1208],
  ['? 2', 'value', 2],
  ['？ -3', 'value', -3],
  ['7 ?', 'value', 7],
  ['?', 'text', null],
  ['1208,', 'value', 1208],
  ['12\u00ad08', 'value', 1208],
  ['1\u2009208', 'value', 1208],
  ['12。5', 'text', null],
  ['12,5', 'text', null],
  ['36，5', 'text', null],
  ['12;08', 'text', null],
  ['1、208', 'text', null],
  ['1,2345', 'text', null],
  ['9:30', 'text', null],
  ['⑫', 'text', null],
  ['㊁', 'text', null],
  ['①2', 'text', null],
  ['1²3', 'text', null],
  ['∕', 'not_applicable', null],
  ['⁄', 'not_applicable', null],
  ['＼', 'not_applicable', null],
  ['——', 'not_applicable', null],
  ['－', 'not_applicable', null],
  ['\ufffc', 'text', null],
  ['1\ufffc8', 'text', null],
])('parseValue(%j) is %s %j', (raw, state, value) => {
  expect(parseValue(raw)).toMatchObject({ state, value })
})

test('a number with a remark keeps both', () => {
  expect(parseValue('61（其中修订16件）')).toEqual({ state: 'value', value: 61, note: '(其中修订16件)', unit: null })
})

test.each([
  ['17.27万元', 17.27, '万元'],
  ['251000元', 251000, '元'],
  ['4,700,000元', 4700000, '元'],
  ['8040', 8040, null],
])('the amount %j is %j in %j', (raw, value, unit) => {
  expect(parseValue(raw)).toMatchObject({ value, unit })
})

test.each(['0000000', '12。5', '+(0) -(0)', '⑫', '无', '\ufffc', '1\ufffc'])('%j stands in a value cell', (text) => {
  expect(isValueLike(text)).toBe(true)
})

test.each(['1.', '(2)', '3、', '2024-01-25', '12.5%', '详见附件', '1.属于国家秘密'])('%j is no value', (text) => {
  expect(isValueLike(text)).toBe(false)
})

test.each([
  ['0000000', [['0', '0', '0', '0', '0', '0', '0']]],
  ['1000001', [['1', '0', '0', '0', '0', '0', '1']]],
  ['15130000154', []],
])('splitDigits(%j) gives every cut whose first six add up to the seventh', (text, ways) => {
  if (ways.length > 0) expect(splitDigits(text, 7)).toEqual(ways)
  for (const way of splitDigits(text, 7)) {
    const numbers = way.map(Number)
    expect(numbers.slice(0, 6).reduce((a, b) => a + b, 0)).toBe(numbers[6])
    expect(way.join('')).toBe(text)
  }
})

test('220000022 has two cuts, so nothing is decided', () => {
  expect(splitDigits('220000022', 7)).toHaveLength(2)
})

test('digits without a sum are cut only where nothing else is possible', () => {
  expect(splitFreely('000', 3)).toEqual([['0', '0', '0']])
  expect(splitFreely('693665', 3).length).toBeGreaterThan(1)
})
