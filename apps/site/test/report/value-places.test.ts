import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeValues } from '../../src/report/value-places.ts'
import { cell } from '../support/rows.ts'

const toCells = (raws: readonly string[]) => raws.map((raw, index) => ({ ...cell(`k${index}`, 1), raw }))

/** Places as `key=text@start`. */
const show = (line: string, raws: readonly string[]) =>
  placeValues(line, toCells(raws)).map(({ key, start, end }) => `${key}=${line.slice(start, end)}@${start}`)

test.each([
  ['一、新收\t12\t0\t12', ['12', '0', '12'], ['k0=12@5', 'k1=0@8', 'k2=12@10']],
  ['1.国家秘密\t1\t1', ['1', '1'], ['k0=1@7', 'k1=1@9']],
  ['新收 | 3 | 4 |', ['3', '4'], ['k0=3@5', 'k1=4@9']],
  ['规章003', ['0', '0', '3'], ['k0=0@2', 'k1=0@3', 'k2=3@4']],
  ['12', ['12'], ['k0=12@0']],
  // An empty cell has a place of its own and no number.
  ['新收\t\t5', ['', '5'], ['k1=5@4']],
  // One number more than there are cells: which of them is meant is not known.
  ['新收\t5\t5\t5', ['5', '5'], []],
  ['新收\t7\t5\t5', ['7', '5'], ['k0=7@3']],
  // A number that the line does not print has no place, nor have its neighbours.
  ['新收\t7\t5', ['7', '6'], []],
] as const)('in %j the cells %j stand at %j', (line, raws, places) => {
  expect(show(line, raws)).toEqual(places)
})

test('a place always holds what its cell prints, and no two cells share one', () => {
  const piece = fc.constantFrom('0', '1', '12', '21', '', '/')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1 }), fc.array(fc.boolean()), (pieces, kept) => {
      const line = pieces.join('\t')
      const raws = pieces.filter((_, index) => kept[index] ?? true)
      const places = placeValues(line, toCells(raws))
      for (const { key, start, end } of places) expect(line.slice(start, end)).toBe(raws[Number(key.slice(1))])
      expect(new Set(places.map(({ start }) => start)).size).toBe(places.length)
    }),
  )
})
