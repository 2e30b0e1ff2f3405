/** Reads generated reports back and prints how many cells came out right, by format and layout. */
import { parseArgs } from 'node:util'
import type { Layout } from '../test/generate/layout.ts'
import { layouts, sumScores } from '../test/generate/layouts.ts'
import { scoreDocument } from '../test/generate/read.ts'
import type { Score } from '../test/generate/score.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    layout: { type: 'string' },
    samples: { type: 'boolean', default: false },
  },
})

const chosen = layouts.filter((layout) => values.layout === undefined || layout.id === values.layout)
const scores = new Map<Layout, Score>()
for (let i = 0; i < Number(values.count); i++) {
  const layout = chosen[i % chosen.length]
  if (!layout) throw new RangeError(`No layout is called "${values.layout}"`)
  const score = scoreDocument(layout, Number(values.seed) + i)
  scores.set(layout, sumScores([scores.get(layout), score].filter((one) => one !== undefined)))
}

const widths = [34, 9, 8, 9, 7, 8, 7, 9] as const
const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[i] ?? 0))).join('')
const exactShare = (score: Score): string => `${((100 * score.exact) / Math.max(1, score.printed)).toFixed(2)}%`
const row = (name: string, score: Score): string =>
  line([
    name,
    score.documents,
    score.printed,
    exactShare(score),
    score.missed,
    score.flagged,
    score.silent,
    score.invented,
  ])

console.log(line(['format/layout', 'documents', 'printed', 'exact', 'missed', 'flagged', 'silent', 'invented']))
for (const [layout, score] of scores) {
  console.log(row(`${layout.format}/${layout.id}`, score))
  if (values.samples) for (const sample of score.samples) console.log(`    ${sample}`)
}
for (const format of ['text', 'html', 'docx']) {
  const own = [...scores].filter(([layout]) => layout.format === format).map(([, score]) => score)
  if (own.length > 0) console.log(row(`all ${format}`, sumScores(own)))
}
for (const [name, isRun] of [
  ['a grid survives', false],
  ['no grid survives', true],
] as const) {
  const own = [...scores].filter(([layout]) => (layout.isRun === true) === isRun).map(([, score]) => score)
  if (own.length > 0) console.log(row(name, sumScores(own)))
}
const total = sumScores([...scores.values()])
console.log(row('total', total))
if (total.silent > 0 || total.invented > 0) process.exitCode = 1
