/**
 * `npm run accuracy:printed -- --count 4`: reports printed by a browser, by a small writer of PDF, and put into documents of
 * an office suite, each read back; prints how many cells came out right, by format and layout. --markdown in short.
 */

import { launchBrowser } from '../../../test/support/browser.ts'
import { readToolFlags } from '../../../tools/command/flags.ts'
import { sumScores } from '../test/generate/layouts.ts'
import { printedLayouts, scorePrinted } from '../test/generate/printed.ts'
import type { Score } from '../test/generate/score.ts'

const flags = readToolFlags('npm run accuracy:printed --', { count: 4, seed: 1, layout: '', markdown: false })

interface Row {
  readonly name: string
  readonly layouts: number
  readonly score: Score
}

const rows = await measure()
const groups = (['pdf', 'doc'] as const).map((format): Row => {
  const own = rows.filter(({ name }) => name.startsWith(`${format}/`))
  const label = format === 'pdf' ? 'PDF' : 'Word 97 to 2003'
  return { name: label, layouts: own.length, score: sumScores(own.map(({ score }) => score)) }
})
const total = sumScores(rows.map(({ score }) => score))
console.log(flags.markdown ? toMarkdown() : toTable())
if (total.silent > 0 || total.invented > 0) process.exitCode = 1

async function measure(): Promise<readonly Row[]> {
  const browser = await launchBrowser()
  try {
    const found: Row[] = []
    for (const layout of printedLayouts.filter(({ id }) => flags.layout === '' || id === flags.layout)) {
      const scores: Score[] = []
      for (let i = 0; i < flags.count; i++)
        scores.push(await scorePrinted(await layout.make(1000 * flags.seed + i, browser), layout.id))
      found.push({ name: `${layout.format}/${layout.id}`, layouts: 1, score: sumScores(scores) })
    }
    return found
  } finally {
    await browser.close()
  }
}

function figuresOf({ documents, printed, exact, missed, flagged, silent, invented }: Score): readonly string[] {
  const share = printed === 0 ? '–' : `${((100 * exact) / printed).toFixed(2)}%`
  const count = (number: number) => number.toLocaleString('en-US')
  return [count(documents), count(printed), share, ...[missed, flagged, silent, invented].map(count)]
}

function toTable(): string {
  const heads = ['documents', 'printed', 'exact', 'missed', 'flagged', 'silent', 'invented']
  const line = (name: string, cells: readonly string[]) =>
    name.padEnd(30) + cells.map((cell) => cell.padStart(10)).join('')
  const lines = [...rows, ...groups].map(({ name, score }) => line(name, figuresOf(score)))
  return [line('format/layout', heads), ...lines, ...total.samples].join('\n')
}

function toMarkdown(): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const heads = 'format|layouts|documents|printed cells|exact|missed|wrong, flagged|wrong, silent|zeros invented'.split(
    '|',
  )
  const lossy = rows.filter(({ score }) => score.exact < score.printed)
  const named = lossy.map(({ name, score }) => `\`${name}\` ${figuresOf(score)[2]}`)
  return [
    `${total.documents} documents in ${rows.length} layouts, read back.\n`,
    line(heads),
    line(['---', ...heads.slice(1).map(() => '--:')]),
    ...groups.map(({ name, layouts, score }) => line([name, String(layouts), ...figuresOf(score)])),
    `\nBelow 100 %: ${named.join(', ') || 'none'}.`,
  ].join('\n')
}
