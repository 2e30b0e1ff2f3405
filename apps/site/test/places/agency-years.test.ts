import { expect, test } from 'vitest'
import { checkCarry } from '../../src/places/agency-years.ts'

test.each([
  [2, 2, true],
  [3, 2, false],
  [null, 2, undefined],
  [3, null, undefined],
])('carried in %j after %j carried forward agrees: %j', (carriedIn, before, expected) => {
  expect(checkCarry({ carriedIn, before })).toBe(expected)
})
