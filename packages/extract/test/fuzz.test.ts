import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { limits } from '../src/limits.ts'
import { fuzzBinary, fuzzOnce } from './hostile/fuzz.ts'

test('spoilt documents are read or rejected, and none takes too long', async () => {
  const lookups = loadLookups()
  const results = []
  for (let seed = 40_000; seed < 40_150; seed++)
    results.push({ seed, ...(await fuzzOnce(seed, lookups, () => performance.now())) })
  const bad = results.filter(({ fault, milliseconds }) => fault !== undefined || milliseconds > limits.milliseconds)
  expect(bad.map(({ seed, layout, fault, milliseconds }) => [seed, layout, milliseconds, fault])).toEqual([])
  expect(new Set(results.map((result) => result.layout)).size).toBeGreaterThan(20)
}, 180_000)

test.each(['pdf', 'doc'] as const)(
  'spoilt bytes of a %s are read or rejected',
  async (format) => {
    const lookups = loadLookups()
    const results = []
    for (let seed = 60_000; seed < 60_080; seed++)
      results.push({ seed, ...(await fuzzBinary(format, seed, lookups, () => performance.now())) })
    const bad = results.filter(({ fault, milliseconds }) => fault !== undefined || milliseconds > limits.milliseconds)
    expect(bad.map(({ seed, layout, fault, milliseconds }) => [seed, layout, milliseconds, fault])).toEqual([])
  },
  180_000,
)
