import { forms } from '@gongkai/schema'
import { expect, test } from 'vitest'
import type { CellRow } from '../../src/data/rows.ts'
import { toLayout } from '../../src/report/form-layout.ts'
import { toOriginalPages } from '../../src/report/original.ts'

const layout = toLayout(forms.requests['2021'])
const cell = (place_page: number | null) => ({ place_page }) as CellRow
const cells = new Map([
  ['requests.new_received.total', cell(3)],
  ['requests.carried_in.total', cell(2)],
  ['requests.granted.total', cell(3)],
  ['disclosure.rules.made', cell(1)],
])

test.each([
  ['a known address', 'https://a.gov.cn/b.pdf', ['https://a.gov.cn/b.pdf#page=2', 'https://a.gov.cn/b.pdf#page=3']],
  [
    'an address with a place',
    'https://a.gov.cn/b.pdf#x',
    ['https://a.gov.cn/b.pdf#page=2', 'https://a.gov.cn/b.pdf#page=3'],
  ],
  ['no address', null, []],
  ['what is no web address', 'javascript:alert(1)', []],
])('with %s a table leads to these pages', (_, source_url, urls) => {
  expect(toOriginalPages(layout, cells, { source_url }).map(({ url }) => url)).toEqual(urls)
})

test('cells of a page without page numbers lead nowhere', () => {
  const plain = new Map([['requests.new_received.total', cell(null)]])
  expect(toOriginalPages(layout, plain, { source_url: 'https://a.gov.cn/b.html' })).toEqual([])
})
