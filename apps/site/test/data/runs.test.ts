import { expect, test } from 'vitest'
import { toRuns } from '../../src/data/runs.ts'

test.each([
  ['nothing is no run', [], 2, []],
  ['an agency is in one run, however many reports it has', ['a', 'b', 'b', 'b', 'c'], 2, [['a', 'b'], ['c']]],
  [
    'a run ends where it is full',
    ['a', 'b', 'c', 'd'],
    2,
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['agencies are sorted, wherever their reports stand', ['c', 'a', 'c', 'b'], 1, [['a'], ['b'], ['c']]],
  ['the last run may be small', ['a', 'b', 'c'], 2, [['a', 'b'], ['c']]],
  ['few are one run', ['b', 'a'], 100, [['a', 'b']]],
])('%s', (_, agencyIds, size, runs) => {
  expect(toRuns(agencyIds, size)).toEqual(runs)
})
