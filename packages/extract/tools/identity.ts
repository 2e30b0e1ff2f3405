/** Generates documents with a known identity, reads them back and prints how each field came out, and each kind by name. */
import { readToolFlags } from '../../../tools/command/flags.ts'
import { drawIdentityDocuments } from '../test/generate/identity-documents.ts'
import { accuracyOf, fields, scoreIdentity, sumFields } from '../test/generate/identity-score.ts'
import { drawSpecial, specialKinds } from '../test/generate/identity-special.ts'

const flags = readToolFlags('npm run accuracy:identity --', {
  count: 330,
  seed: 1,
  each: 6,
  field: '',
  kind: '',
  markdown: false,
})

const { seed } = flags
const common = await Promise.all(
  drawIdentityDocuments(flags.count, seed).map((document, i) => scoreIdentity(document, seed + i)),
)
const byKind = await Promise.all(
  specialKinds.map(async (kind) => {
    const seeds = Array.from({ length: flags.each }, (_, i) => seed + i)
    return [kind, await Promise.all(seeds.map((one) => scoreIdentity(drawSpecial(kind, one), one)))] as const
  }),
)
const special = byKind.flatMap(([, scored]) => scored)
const scores = sumFields([...common, ...special])
const rows = fields.flatMap((field) => {
  const score = scores.get(field)
  if (score === undefined) return []
  const share = `${(100 * accuracyOf(score)).toFixed(2)}%`
  return [{ field, score, printed: [field, score.asked, score.right, score.guessed, share].map(String) }]
})

if (flags.markdown) {
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
    if (flags.field === field) for (const sample of score.samples) console.log(`    ${sample}`)
  }
  console.log(`\n${'kind'.padEnd(45)}${['asked', 'right', 'guessed'].map((one) => one.padStart(10)).join('')}`)
  for (const [kind, scored] of byKind) {
    const all = [...sumFields(scored).values()]
    const sums = (['asked', 'right', 'guessed'] as const).map((name) => all.reduce((sum, one) => sum + one[name], 0))
    console.log(kind.padEnd(45) + sums.map((one) => String(one).padStart(10)).join(''))
    if (flags.kind === kind) for (const { samples } of all) for (const sample of samples) console.log(`    ${sample}`)
  }
}
