import { expect, test } from 'vitest'
import { type Region, toEnglishPlaces } from '../../src/search/report.ts'

const region = (name: string, nameEn: string, parent: string): Region => ({ name, nameEn, parent })
const regions = new Map([
  ['130000', region('河北省', 'Hebei', '')],
  ['131000', region('廊坊市', 'Langfang', '130000')],
  ['131099', region('新设区', '', '131000')],
])

test.each([
  ['131000', ['河北省', '廊坊市'], 'Langfang, Hebei'],
  ['131000', ['河北省', '廊坊市', '廊坊经济技术开发区'], '廊坊经济技术开发区, Langfang, Hebei'],
  ['131099', ['河北省', '廊坊市', '新设区'], '新设区, Langfang, Hebei'],
  ['', ['河北省'], '河北省'],
  ['', [], ''],
])('the place of a hit of %s, %j, is "%s" in English', (regionCode, places, expected) => {
  expect(toEnglishPlaces({ places, regionCode }, regions).join(', ')).toBe(expected)
})
