import { expect, test } from 'vitest'
import { drawIdentityDocuments } from '../generate/identity-documents.ts'
import { accuracyOf, type Field, fields, scoreIdentity, sumFields } from '../generate/identity-score.ts'
import { drawSpecial, specialKinds } from '../generate/identity-special.ts'

const count = 330
const seed = 1

/** Share of documents, a wrong guess counted twice, that must come out right. */
const thresholds: Readonly<Record<Field, number>> = {
  agency: 0.99,
  year: 1,
  regionCode: 0.98,
  publishedOn: 0.98,
  signedOn: 0.98,
  level: 0.98,
  scope: 0.98,
  functions: 0.98,
  publisher: 0.98,
  indexNumber: 0.98,
  documentNumber: 0.98,
  siteCode: 1,
}

const scores = sumFields(
  await Promise.all(drawIdentityDocuments(count, seed).map((document, i) => scoreIdentity(document, seed + i))),
)

test.each(fields)('%s is read as printed from generated documents', (field) => {
  const score = scores.get(field)
  expect(score?.asked).toBe(count * 2)
  expect(score === undefined ? 0 : accuracyOf(score), score?.samples.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(
    thresholds[field],
  )
})

test.each(specialKinds)('every field is right in "%s"', async (kind) => {
  const drawn = await Promise.all(Array.from({ length: 6 }, (_, i) => scoreIdentity(drawSpecial(kind, 1 + i), 1 + i)))
  const read = [...sumFields(drawn)]
  expect(read.length).toBeGreaterThan(0)
  expect(read.flatMap(([field, { samples }]) => samples.map((sample) => `${field}: ${sample}`))).toEqual([])
})
