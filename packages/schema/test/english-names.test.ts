import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toEnglishName } from '../tools/english-names.ts'

test.each([
  ['540000', '西藏自治区', 'Xizang'],
  ['610100', '西安市', "Xi'an"],
  ['130123', '正定县', 'Zhengding County'],
  ['310115', '浦东新区', 'Pudong New Area'],
  ['130726', '蔚县', 'Yuxian County'],
  ['371722', '单县', 'Shanxian County'],
  ['422800', '恩施土家族苗族自治州', 'Enshi Autonomous Prefecture'],
  ['654022', '察布查尔锡伯自治县', "Chabucha'er Autonomous County"],
  ['621026', '东乡族自治县', 'Dongxiang Autonomous County'],
  ['150724', '鄂温克族自治旗', 'Ewenke Autonomous Banner'],
  ['429021', '神农架林区', 'Shennongjia Forestry District'],
  ['140105', '万柏林区', 'Wanbailin District'],
  ['510117', '郫都区', 'Pidu District'],
  ['232700', '大兴安岭地区', "Daxing'anling Prefecture"],
])('%s %s is %s', (code, name, expected) => {
  expect(toEnglishName(code, name)).toBe(expected)
})

test('every division of the list has its English name as it is made', () => {
  const file = readFileSync(new URL('../../../data/lookups/divisions.csv', import.meta.url), 'utf8')
  const rows = file
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','))
  expect(rows.length).toBeGreaterThan(3000)
  expect(rows.filter(([code = '', name = '', english]) => english !== toEnglishName(code, name))).toEqual([])
})
