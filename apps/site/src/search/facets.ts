import { disclosedRanges, receivedRanges, refusedRanges, toPercentage, toRange } from './ranges.ts'
import type { SearchReport } from './report.ts'

/** What can be narrowed down, and the values of it that a report has. */
export const facets = {
  year: (report: SearchReport) => (report.year === 0 ? [] : [String(report.year)]),
  province: (report: SearchReport) => (report.province === '' ? [] : [report.province]),
  level: (report: SearchReport) => (report.level === '' ? [] : [report.level]),
  function: (report: SearchReport) => report.functions,
  edition: (report: SearchReport) => (report.edition === '' ? [] : [report.edition]),
  received: ({ received }: SearchReport) => toRange(receivedRanges, received),
  disclosed: ({ disclosed, results }: SearchReport) => toRange(disclosedRanges, toPercentage(disclosed, results)),
  refused: ({ refused, results }: SearchReport) => toRange(refusedRanges, toPercentage(refused, results)),
  row: (report: SearchReport) => report.rows,
  flag: (report: SearchReport) => report.flags,
} as const satisfies Readonly<Record<string, (report: SearchReport) => readonly string[]>>

export type FacetName = keyof typeof facets
export const facetNames = Object.keys(facets) as readonly FacetName[]

/** Values asked for; a report must have them all. */
export type Chosen = Readonly<Record<FacetName, readonly string[]>>

/** Reports by facet and value. */
export type FacetCounts = Readonly<Record<FacetName, Readonly<Record<string, number>>>>

const has = (report: SearchReport, name: FacetName, chosen: Chosen): boolean => {
  const values: readonly string[] = facets[name](report)
  return chosen[name].every((value) => values.includes(value))
}

/** Whether a report has everything that is asked. */
export const isChosen = (report: SearchReport, chosen: Chosen): boolean =>
  facetNames.every((name) => has(report, name, chosen))

/**
 * Counts reports by value. A facet with one value a report is counted as if nothing of it were chosen, so that the
 * reader sees what another choice would give; of flags, functions and rows a report can have several, so they add up.
 */
export function countFacets(reports: Iterable<SearchReport>, chosen: Chosen): FacetCounts {
  const counts = Object.fromEntries(facetNames.map((name) => [name, {}])) as Record<FacetName, Record<string, number>>
  for (const report of reports) {
    const failing = facetNames.filter((name) => !has(report, name, chosen))
    for (const name of facetNames) {
      if (failing.some((other) => other !== name) || (name === 'flag' && failing.length > 0)) continue
      for (const value of facets[name](report)) counts[name][value] = (counts[name][value] ?? 0) + 1
    }
  }
  return counts
}
