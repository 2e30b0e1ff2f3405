import { expect, test } from 'vitest'
import { matches, toQuery } from '../src/match.ts'

const offered = { year: '2022', province: '山西省', edition: '2021', text: '新荣区科学技术局 山西省 大同市' }

test.each([
  [{}, true],
  [{ q: '科学技术' }, true],
  [{ q: '大同 科学' }, true],
  [{ q: '杭州' }, false],
  [{ q: '', year: '2022', province: '' }, true],
  [{ year: '2021' }, false],
  [{ colour: 'red' }, false],
])('%j matches: %j', (wanted, expected) => {
  expect(matches(wanted, offered)).toBe(expected)
})

test('the query string leaves out what is not asked', () => {
  expect(toQuery({ q: '', year: '2022' })).toBe('?year=2022')
  expect(toQuery({ q: '' })).toBe('')
})
