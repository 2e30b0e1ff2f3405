import { describe, expect, test } from 'vitest'
import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { extractDocument } from '../../src/index.ts'
import { drawNegatives } from '../generate/negatives.ts'
import { drawLookAlike, lookAlikeKinds } from '../generate/negatives-look-alikes.ts'

const lookups = loadLookups()
const read = async ({ id, bytes }: { readonly id: string; readonly bytes: Uint8Array }) => {
  const source = { path: id, bytes, sha256: 'a'.repeat(64), url: null, retrievedAt: null }
  return (await extractDocument(source, lookups)).document
}

describe('what is not a yearly report', () => {
  const negatives = drawNegatives(270, 1)

  test('98 of 100 documents that are none are not taken for one, with the right reason', async () => {
    const found = await Promise.all(negatives.map(async (one) => ({ ...one, document: await read(one) })))
    const missed = found.filter(({ document: { status, reason }, reasons }) => {
      return status !== 'not_a_report' || reason === null || !reasons.includes(reason)
    })
    expect(missed.length, missed.map(({ id }) => id).join('\n')).toBeLessThanOrEqual(negatives.length * 0.02)
  })

  test.each(lookAlikeKinds)('a report is taken for one: %s', async (kind) => {
    const read12 = await Promise.all(Array.from({ length: 12 }, (_, i) => read(drawLookAlike(kind, 100 + i))))
    expect(read12.filter(({ status }) => status !== 'extracted')).toEqual([])
  })
})
