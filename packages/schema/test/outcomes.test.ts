import { expect, test } from 'vitest'
import { countFound, toSumsOutcome, toTextOutcome } from '../src/index.ts'

test.each([
  [42, 42, 0, 'hold'],
  [42, 5, 0, 'hold_in_part'],
  [42, 0, 0, 'not_assessable'],
  [42, 42, 1, 'fail'],
  [42, 2, 2, 'fail'],
  [0, 0, 0, 'not_assessable'],
] as const)('of %i sums %i assessed and %i failed is %s', (declared, assessed, failed, outcome) => {
  expect(toSumsOutcome({ declared, assessed, failed })).toBe(outcome)
})

test.each([
  [0, 0, 0, 'no_number'],
  [2, 0, 0, 'not_compared'],
  [2, 1, 0, 'agree'],
  [2, 2, 0, 'agree'],
  [2, 1, 1, 'differ'],
  [1, 0, 1, 'differ'],
] as const)('of %i numbers %i that agree and %i that differ are %s', (stated, agreeing, differing, outcome) => {
  expect(toTextOutcome({ stated, agreeing, differing })).toBe(outcome)
})

test('a cell is found whatever stands in it', () => {
  expect(countFound({ cells_expected: 200, cells_missing: 3 })).toBe(197)
})
