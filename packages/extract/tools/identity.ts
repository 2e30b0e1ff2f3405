/** Generates documents with a known identity, reads them back and prints how each field came out. */
import { parseArgs } from 'node:util'
import { drawIdentityDocuments } from '../test/generate/identity-documents.ts'
import {
  accuracyOf,
  addField,
  type Field,
  type FieldScore,
  fields,
  scoreIdentity,
} from '../test/generate/identity-score.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '330' },
    seed: { type: 'string', default: '1' },
    field: { type: 'string' },
  },
})

const scores = new Map<Field, FieldScore>()
const seed = Number(values.seed)
drawIdentityDocuments(Number(values.count), seed).forEach((document, i) => {
  for (const [field, score] of scoreIdentity(document, seed + i)) {
    const before = scores.get(field)
    scores.set(field, before === undefined ? score : addField(before, score))
  }
})
console.log('field           asked   right  guessed  accuracy')
for (const field of fields) {
  const score = scores.get(field)
  if (score === undefined) continue
  const share = `${(100 * accuracyOf(score)).toFixed(2)}%`
  console.log(
    field.padEnd(15) +
      String(score.asked).padStart(6) +
      String(score.right).padStart(8) +
      String(score.guessed).padStart(9) +
      share.padStart(10),
  )
  if (values.field === field) for (const sample of score.samples) console.log(`    ${sample}`)
}
