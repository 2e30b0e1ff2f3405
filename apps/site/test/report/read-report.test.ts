import { expect, test } from 'vitest'
import { pickEdition, toRepairCounts } from '../../src/report/read-report.ts'

test('repairs are counted by kind', () => {
  const kinds = (['script', 'gloss', 'gloss'] as const).map((kind) => ({ report_id: 'r', kind, line: null }))
  expect(toRepairCounts(kinds).map(({ count }) => count)).toEqual([2, 1])
})

test('an unstated edition follows the cells', () => {
  expect(pickEdition('requests', null, new Set(['requests.other.all.total']))).toBe('2019')
  expect(pickEdition('requests', null, new Set())).toBe('2021')
  expect(pickEdition('requests', '2019', new Set())).toBe('2019')
})
