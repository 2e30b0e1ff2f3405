import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPieces } from '../../src/report/claims.ts'
import { claim, line } from '../support/rows.ts'

describe('the claims of a line', () => {
  test('are cut out of its text in order', () => {
    const pieces = toPieces(line('收到5件，办结4件'), [claim(2, 7, 8), claim(1, 2, 3)])
    expect(pieces.map(({ text, claim: own }) => [text, own?.claim_no])).toEqual([
      ['收到', undefined],
      ['5', 1],
      ['件，办结', undefined],
      ['4', 2],
      ['件', undefined],
    ])
  })

  test('never change its text, whatever their offsets', () => {
    const anyClaim = fc.tuple(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 }))
    fc.assert(
      fc.property(fc.string({ maxLength: 10 }), fc.array(anyClaim, { maxLength: 5 }), (text, offsets) => {
        const claims = offsets.map(([start, end], index) => claim(index + 1, start, end))
        const shown = toPieces(line(text), claims).map((piece) => piece.text)
        expect(shown.join('')).toBe(text.replaceAll('\t', ' │ '))
      }),
    )
  })
})
