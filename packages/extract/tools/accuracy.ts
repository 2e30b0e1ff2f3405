/** Reads generated reports back and prints how many cells came out right, by format and layout; --markdown in short. */
import { readToolFlags } from '../../../tools/command/flags.ts'
import type { Layout } from '../test/generate/layout.ts'
import { layouts, sumScores } from '../test/generate/layouts.ts'
import { scoreDocument } from '../test/generate/read.ts'
import type { Score } from '../test/generate/score.ts'

const flags = readToolFlags('npm run accuracy --', {
  count: 1000,
  seed: 1,
  layout: '',
  samples: false,
  markdown: false,
})

const scores = await measure()
const groups = toGroups()
const total = sumScores([...scores.values()])
if (flags.markdown) printMarkdown()
else printTable()
if (total.silent > 0 || total.invented > 0) process.exitCode = 1

async function measure(): Promise<ReadonlyMap<Layout, Score>> {
  const chosen = layouts.filter((layout) => flags.layout === '' || layout.id === flags.layout)
  const made = new Map<Layout, Score>()
  for (let i = 0; i < flags.count; i++) {
    const layout = chosen[i % chosen.length]
    if (!layout) throw new RangeError(`No layout is called "${flags.layout}"`)
    const score = await scoreDocument(layout, flags.seed + i)
    made.set(layout, sumScores([made.get(layout), score].filter((one) => one !== undefined)))
  }
  return made
}

interface Group {
  readonly name: string
  readonly layouts: number
  readonly score: Score
}

function toGroups(): readonly Group[] {
  const kinds: readonly (readonly [string, (layout: Layout) => boolean])[] = [
    ['text', (layout) => layout.format === 'text'],
    ['HTML', (layout) => layout.format === 'html'],
    ['DOCX', (layout) => layout.format === 'docx'],
    ['a grid survives', (layout) => layout.isRun !== true],
    ['no grid survives', (layout) => layout.isRun === true],
    ['all', () => true],
  ]
  return kinds.flatMap(([name, isOf]) => {
    const own = [...scores].filter(([layout]) => isOf(layout))
    return own.length > 0 ? [{ name, layouts: own.length, score: sumScores(own.map(([, score]) => score)) }] : []
  })
}

function share({ exact, printed }: Score): string {
  return printed === 0 ? '–' : `${((100 * exact) / printed).toFixed(2)}%`
}

function printTable(): void {
  const widths = [34, 9, 8, 9, 7, 8, 7, 9] as const
  const line = (cells: readonly (string | number)[]): string =>
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[i] ?? 0))).join('')
  const row = (name: string, score: Score): string => line([name, ...figuresOf(score)])
  console.log(line(['format/layout', 'documents', 'printed', 'exact', 'missed', 'flagged', 'silent', 'invented']))
  for (const [layout, score] of scores) {
    console.log(row(`${layout.format}/${layout.id}`, score))
    if (flags.samples) for (const sample of score.samples) console.log(`    ${sample}`)
  }
  for (const { name, score } of groups) console.log(row(name, score))
}

function figuresOf(score: Score): readonly (string | number)[] {
  return [score.documents, score.printed, share(score), score.missed, score.flagged, score.silent, score.invented]
}

function printMarkdown(): void {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)).join(' | ')} |`
  const lossy = [...scores].filter(([, score]) => score.exact < score.printed)
  console.log(`${total.documents.toLocaleString('en-US')} generated documents in ${scores.size} layouts, read back.\n`)
  console.log(
    line([
      'layouts',
      'how many',
      'documents',
      'printed cells',
      'exact',
      'missed',
      'wrong, flagged',
      'wrong, silent',
      'zeros invented',
    ]),
  )
  console.log(line(['---', ...Array.from({ length: 8 }, () => '--:')]))
  for (const group of groups) console.log(line([group.name, group.layouts, ...figuresOf(group.score)]))
  const named = lossy.map(([layout, score]) => `\`${layout.id}\` ${share(score)}`)
  console.log(`\nBelow 100 %: ${named.join(', ') || 'none'}.`)
}
