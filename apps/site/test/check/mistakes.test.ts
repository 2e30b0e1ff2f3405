import { expect, test } from 'vitest'
import { rankMistakes } from '../../src/check/mistakes.ts'
import { mistakeWords } from '../../src/words/check-list.ts'

const holders = new Map([
  ['balance', new Set(['a'])],
  ['blank', new Set(['a', 'b', 'c'])],
] as const)

test('of 200 reports the mistakes are counted, most frequent first', () => {
  const { reports, found } = rankMistakes(200, holders)
  expect(reports).toBe(200)
  expect(found).toEqual([
    { mistake: 'blank', count: 3 },
    { mistake: 'balance', count: 1 },
  ])
})

test('of fewer nothing is counted, and all known mistakes are named', () => {
  const { reports, found } = rankMistakes(199, holders)
  expect(reports).toBeUndefined()
  expect(found.map(({ mistake }) => mistake)).toEqual(Object.keys(mistakeWords))
})
