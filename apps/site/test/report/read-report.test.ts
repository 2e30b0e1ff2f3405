import { expect, test } from 'vitest'
import { pickForm, toRepairCounts } from '../../src/report/read-report.ts'

test('repairs are counted by kind', () => {
  const kinds = (['script', 'gloss', 'gloss'] as const).map((kind) => ({ report_id: 'r', kind, line: null }))
  expect(toRepairCounts(kinds).map(({ count }) => count)).toEqual([2, 1])
})

test('an unstated edition follows the cells', () => {
  expect(pickForm('requests', null, new Set(['requests.other.all.total'])).edition).toBe('2019')
  expect(pickForm('requests', null, new Set()).edition).toBe('2021')
  expect(pickForm('requests', '2019', new Set()).edition).toBe('2019')
})
