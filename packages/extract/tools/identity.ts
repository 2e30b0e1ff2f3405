/** Generates documents with a known identity, reads them back and prints how each field came out. */
import { parseArgs } from 'node:util'
import { drawIdentityDocuments } from '../test/generate/identity-documents.ts'
import { accuracyOf, fields, scoreIdentity, sumFields } from '../test/generate/identity-score.ts'
import { drawSpecial, specialKinds } from '../test/generate/identity-special.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '330' },
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '6' },
    field: { type: 'string' },
  },
})

const seed = Number(values.seed)
const common = drawIdentityDocuments(Number(values.count), seed).map((document, i) => scoreIdentity(document, seed + i))
const special = specialKinds.flatMap((kind) =>
  Array.from({ length: Number(values.each) }, (_, i) => scoreIdentity(drawSpecial(kind, seed + i), seed + i)),
)
const scores = sumFields([...common, ...special])
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
