import { scan } from '../data/read-rows.ts'
import { readReports } from '../data/reports.ts'
import { type Mistake, mistakeWords } from '../words/check-list.ts'

/** Reports that a dataset must hold before mistakes are counted: of fewer the order is chance. */
const fewestReports = 200

/** Checks behind a mistake, by the start of their ids. */
const checks: readonly (readonly [prefix: string, mistake: Mistake])[] = [
  ['T3.APPLICANTS.', 'applicants'],
  ['T3.BALANCE.', 'balance'],
  ['T3.RESULTS.', 'results'],
  ['T4.TOTAL.', 'proceedings'],
  ['X.CARRY.', 'carried'],
]

/** Mistakes, most frequent first; without counts where the dataset is small. */
export interface Mistakes {
  /** Reports of the dataset; undefined where they are too few to count. */
  readonly reports?: number
  readonly found: readonly { readonly mistake: Mistake; readonly count: number }[]
}

let held: Promise<Mistakes> | undefined

/** Counts the reports that hold each mistake, once. */
export function readMistakes(): Promise<Mistakes> {
  held ??= countMistakes()
  return held
}

async function countMistakes(): Promise<Mistakes> {
  const reports = await readReports()
  if (reports.length < fewestReports) return rankMistakes(reports.length, new Map())
  const holders = new Map<Mistake, Set<string>>()
  const add = (mistake: Mistake | undefined, id: string) => {
    if (mistake) holders.set(mistake, (holders.get(mistake) ?? new Set()).add(id))
  }
  for (const { report_id, cells_blank } of reports) if (cells_blank > 0) add('blank', report_id)
  await scan('findings', ['report_id', 'check_id', 'status'], ({ report_id, check_id, status }) => {
    if (status === 'fail') add(checks.find(([prefix]) => check_id.startsWith(prefix))?.[1], report_id)
  })
  await scan('claims', ['report_id', 'status'], ({ report_id, status }) => {
    if (status === 'differ') add('claims', report_id)
  })
  await scan('proposals', ['report_id', 'kind'], ({ report_id, kind }) => {
    if (kind === 'shifted_row') add('shifted', report_id)
  })
  return rankMistakes(reports.length, holders)
}

/** The mistakes that reports hold, most frequent first; where the reports are too few, all that are known. */
export function rankMistakes(reports: number, holders: ReadonlyMap<Mistake, ReadonlySet<string>>): Mistakes {
  const all = Object.keys(mistakeWords) as Mistake[]
  const found = all.map((mistake) => ({ mistake, count: holders.get(mistake)?.size ?? 0 }))
  if (reports < fewestReports) return { found }
  return { reports, found: found.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count) }
}
