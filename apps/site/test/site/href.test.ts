import { expect, test } from 'vitest'
import { toAgencyPath, toHref, toReportPath, toSafeUrl } from '../../src/site/href.ts'

test.each([
  ['/', '/reports/', '/reports/'],
  ['/gongkai', '/reports/', '/gongkai/reports/'],
  ['/gongkai/', '/', '/gongkai/'],
  ['/a/b/', 'data/', '/a/b/data/'],
])('below %j the page %j is %j', (base, path, expected) => {
  expect(toHref(base, path)).toBe(expected)
})

test('an id becomes one path segment', () => {
  expect(toReportPath('140212-kexuejishuju-2022')).toBe('/r/140212-kexuejishuju-2022/')
  expect(toAgencyPath('a/b')).toBe('/agency/a%2Fb/')
})

test.each([
  ['https://www.example.gov.cn/a.html', 'https://www.example.gov.cn/a.html'],
  ['http://example.gov.cn', 'http://example.gov.cn/'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['www.example.gov.cn', undefined],
  [null, undefined],
])('the address %j is linked as %j', (address, expected) => {
  expect(toSafeUrl(address)).toBe(expected)
})
