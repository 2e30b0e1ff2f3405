import { describe, expect, test } from 'vitest'
import { fillPlace } from '../src/index.ts'

describe('a place of a text', () => {
  test.each([
    ['count', 3, 3],
    ['count:row|rows', 1, 'row'],
    ['count:row|rows', '1', 'row'],
    ['count:row|rows', 0, 'rows'],
    ['count:row|rows', 21, 'rows'],
    ['count:row is|rows are', '1,000', 'rows are'],
    ['count:edit: it holds|edits: all hold', 1, 'edit: it holds'],
    ['other', 1, undefined],
    ['other:row|rows', 1, undefined],
  ])('{%s} with %j is %j', (place, count, filled) => {
    expect(fillPlace(place, { count })).toBe(filled)
  })
})
