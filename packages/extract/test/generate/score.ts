import type { Cell, Report } from '@gongkai/schema'
import type { Truth } from './truth.ts'

/** How the cells of some documents were read; cells that a rendering lost count only when they are read wrong. */
export interface Score {
  readonly documents: number
  readonly printed: number
  readonly exact: number
  readonly missed: number
  readonly flagged: number
  readonly silent: number
  readonly invented: number
  /** The first cells that were read wrong without a word. */
  readonly samples: readonly string[]
}

export const emptyScore: Score = {
  documents: 0,
  printed: 0,
  exact: 0,
  missed: 0,
  flagged: 0,
  silent: 0,
  invented: 0,
  samples: [],
}

export const addScores = (a: Score, b: Score): Score => ({
  documents: a.documents + b.documents,
  printed: a.printed + b.printed,
  exact: a.exact + b.exact,
  missed: a.missed + b.missed,
  flagged: a.flagged + b.flagged,
  silent: a.silent + b.silent,
  invented: a.invented + b.invented,
  samples: [...a.samples, ...b.samples].slice(0, 6),
})

/** Compares what was read with what was printed. A document that was not taken as a report has missed every cell. */
export function scoreReport(report: Report | undefined, truth: Truth): Score {
  const isFlagged = report ? flagsOf(report) : () => false
  const read = new Map(report?.cells.map((cell) => [cell.key, cell]))
  const keys = new Set([...truth.prints.keys(), ...read.keys()])
  const scores = [...keys].map((key) => scoreCell(key, read.get(key), truth, isFlagged))
  return { ...scores.reduce(addScores, emptyScore), documents: 1 }
}

function scoreCell(key: string, got: Cell | undefined, truth: Truth, isFlagged: (cell: Cell) => boolean): Score {
  const print = truth.prints.get(key)
  const printed = print && !truth.uncertain.has(key) ? 1 : 0
  const one = { ...emptyScore, printed }
  if (!got || got.state === 'missing') return { ...one, missed: printed }
  if (print && got.state === print.state && got.value === print.value) return { ...one, exact: printed }
  const invented = got.state === 'value' && got.value === 0 ? 1 : 0
  const sample = `${key}: "${print?.raw ?? '(not printed)'}" read as ${got.state} "${got.raw ?? ''}" ${got.value ?? ''}`
  if (isFlagged(got)) return { ...one, flagged: 1, invented, samples: invented ? [sample] : [] }
  return { ...one, silent: 1, invented, samples: [sample] }
}

/** A cell is flagged when an issue names it or its row, stands on its line, or a failing edit holds it. */
function flagsOf(report: Report): (cell: Cell) => boolean {
  const keys = new Set(report.issues.flatMap((issue) => issue.key ?? []))
  const failing = new Set(
    report.findings.filter((finding) => finding.status === 'fail').flatMap((finding) => finding.cells),
  )
  return (cell) => {
    const row = cell.key.slice(0, cell.key.lastIndexOf('.'))
    const isTableNamed = cell.formId === 'proceedings' && keys.has('proceedings')
    return keys.has(cell.key) || keys.has(row) || failing.has(cell.key) || isTableNamed
  }
}
