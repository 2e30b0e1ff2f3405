import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toShortForm } from '../src/identity/division-names.ts'
import { parseCsv } from '../src/lookups/csv.ts'

test('divisions are sorted, and all 34 provinces are there', () => {
  const rows = parseCsv(readFileSync(new URL('../../../data/lookups/divisions.csv', import.meta.url), 'utf8'))
  const codes = rows.map(({ code }) => code)
  expect(codes).toEqual(codes.toSorted())
  expect(rows.filter(({ level }) => level === 'province')).toHaveLength(34)
})

test.each([
  ['恩施土家族苗族自治州', '恩施州'],
  ['双江拉祜族佤族布朗族傣族自治县', '双江县'],
  ['木垒哈萨克自治县', '木垒县'],
  ['鄂伦春自治旗', '鄂伦春旗'],
  ['东乡族自治县', null],
  ['泾县', null],
])('the short form of %s is %s', (name, short) => {
  expect(toShortForm(name)).toBe(short)
})
