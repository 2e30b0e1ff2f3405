import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDigest, makeDigests, putDigest, toSha256 } from '../src/cli/digests.ts'

test('whatever the order, the lowest place stays, and a place is told of an earlier one only', () => {
  const contents = fc.array(fc.nat(5), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(contents, fc.infiniteStream(fc.nat()), (files, keys) => {
      const digests = makeDigests(files.length)
      const sums = files.map((content) => toSha256(`${content}`))
      const order = [...sums.keys()].map((place) => ({ place, key: keys.next().value ?? 0 }))
      const put: number[] = []
      for (const { place } of order.sort((a, b) => a.key - b.key)) {
        put.push(place)
        const known = put.filter((other) => sums[other] === sums[place])
        expect(putDigest(digests, `${sums[place]}`, place)).toBe(Math.min(...known))
      }
      for (const sum of sums) expect(findDigest(digests, sum)).toBe(sums.indexOf(sum))
      expect(findDigest(digests, toSha256('other'))).toBeUndefined()
    }),
  )
})

test('the same place put again is its own', () => {
  const digests = makeDigests(2)
  expect([putDigest(digests, toSha256('a'), 1), putDigest(digests, toSha256('a'), 1)]).toEqual([1, 1])
})

test('sums that begin alike stay apart', () => {
  const sums = ['1', '2', '3'].map((end) => `${'f'.repeat(63)}${end}`)
  const digests = makeDigests(2)
  expect(sums.slice(0, 2).map((sum, place) => putDigest(digests, sum, place))).toEqual([0, 1])
  expect(sums.map((sum) => findDigest(digests, sum))).toEqual([0, 1, undefined])
})
