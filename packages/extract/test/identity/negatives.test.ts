import { describe, expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/disk.ts'
import { extractDocument } from '../../src/index.ts'
import { drawNegatives } from '../generate/negatives.ts'
import { drawLookAlike, lookAlikeKinds } from '../generate/negatives-look-alikes.ts'

const lookups = loadLookups()
const read = ({ id, bytes }: { readonly id: string; readonly bytes: Uint8Array }) =>
  extractDocument({ path: id, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }, lookups).document

describe('what is not a yearly report', () => {
  const negatives = drawNegatives(270, 1)

  test('98 of 100 documents that are none are not taken for one, with the right reason', () => {
    const missed = negatives.filter((one) => {
      const { status, reason } = read(one)
      return status !== 'not_a_report' || reason === null || !one.reasons.includes(reason)
    })
    expect(missed.length, missed.map(({ id }) => id).join('\n')).toBeLessThanOrEqual(negatives.length * 0.02)
  })

  test.each(lookAlikeKinds)('a report is taken for one: %s', (kind) => {
    const read12 = Array.from({ length: 12 }, (_, i) => read(drawLookAlike(kind, 100 + i)))
    expect(read12.filter(({ status }) => status !== 'extracted')).toEqual([])
  })
})
