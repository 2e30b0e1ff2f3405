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
    markdown: { type: 'boolean', default: false },
  },
})

const seed = Number(values.seed)
const common = await Promise.all(
  drawIdentityDocuments(Number(values.count), seed).map((document, i) => scoreIdentity(document, seed + i)),
)
const special = await Promise.all(
  specialKinds.flatMap((kind) =>
    Array.from({ length: Number(values.each) }, (_, i) => scoreIdentity(drawSpecial(kind, seed + i), seed + i)),
  ),
)
const scores = sumFields([...common, ...special])
const rows = fields.flatMap((field) => {
  const score = scores.get(field)
  if (score === undefined) return []
  const share = `${(100 * accuracyOf(score)).toFixed(2)}%`
  return [{ field, score, printed: [field, score.asked, score.right, score.guessed, share].map(String) }]
})

if (values.markdown) {
  const cells = (row: readonly string[]): string => `| ${row.join(' | ')} |`
  console.log(`${common.length + special.length} generated documents with a known identity, as text and as pages.\n`)
  console.log(cells(['field', 'asked', 'right', 'wrong', 'accuracy, a wrong answer counted twice']))
  console.log('| --- | --: | --: | --: | --: |')
  for (const { printed } of rows) console.log(cells(printed))
} else {
  const padded = ([name = '', ...rest]: readonly string[]): string =>
    name.padEnd(15) + rest.map((one) => one.padStart(10)).join('')
  console.log(padded(['field', 'asked', 'right', 'guessed', 'accuracy']))
  for (const { field, score, printed } of rows) {
    console.log(padded(printed))
    if (values.field === field) for (const sample of score.samples) console.log(`    ${sample}`)
  }
}
