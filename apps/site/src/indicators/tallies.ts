import type { Label } from '@gongkai/schema'
import { readOutcomes } from '../data/outcomes.ts'
import type { NamedReports } from '../data/reports.ts'
import type { ReportRow } from '../data/rows.ts'
import { toGrouped, toShare } from '../words/format.ts'
import { readAnswers } from './answers.ts'
import { readReceived } from './received.ts'

/** Some reports, counted: each number with that of the reports it rests on. */
export interface Tally {
  readonly reports: number
  /** Reports that print the number of new requests, and those of them that print 0. */
  readonly printed: number
  readonly withoutRequest: number
  /** Results of the reports whose results were all counted, and those granted in full or in part. */
  readonly answered: number
  readonly results: number
  readonly disclosed: number
  /** Reports of which a sum could be assessed, and those of them of which one fails. */
  readonly assessed: number
  readonly failing: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Counts some reports. */
export async function toTally(reports: readonly ReportRow[]): Promise<Tally> {
  const [received, answers, outcomesOf] = await Promise.all([readReceived(), readAnswers(), readOutcomes()])
  const intakes = reports.flatMap(({ report_id }) => received.get(report_id) ?? [])
  const counted = reports.flatMap(({ report_id }) => {
    const { results = null, disclosed = null } = answers.get(report_id) ?? {}
    return results === null || disclosed === null ? [] : [{ results, disclosed }]
  })
  const sums = reports.map((report) => outcomesOf(report).sums)
  return {
    reports: reports.length,
    printed: intakes.length,
    withoutRequest: intakes.filter((count) => count === 0).length,
    answered: counted.length,
    results: sum(counted.map(({ results }) => results)),
    disclosed: sum(counted.map(({ disclosed }) => disclosed)),
    assessed: sums.filter((outcome) => outcome !== 'not_assessable').length,
    failing: sums.filter((outcome) => outcome === 'fail').length,
  }
}

/** What of the results was granted in full or in part: a share of thirty and more, else counts. */
export const showDisclosure = ({ results, disclosed }: Tally): Label => toShare(disclosed, results, '件')

/** The number of results; a dash where no report had them all counted. */
export const showResults = ({ answered, results }: Tally): string => (answered === 0 ? '—' : toGrouped(results))

/** What of the results was granted, in words where there is no share: a dash would say that no report is held. */
export function describeDisclosure(tally: Tally): Label {
  if (tally.answered === 0) return { zh: '结果未读出', en: 'results not read' }
  return tally.results === 0 ? { zh: '无办结', en: 'no results' } : showDisclosure(tally)
}

/** A row of a table of places: one tally a year, undefined where no report is held; and one of all. */
export interface PlaceTallies extends Omit<NamedReports, 'reports'> {
  readonly years: readonly (Tally | undefined)[]
  readonly all: Tally
}

/** Counts the reports of places, year by year. */
export function tallyPlaces(
  places: readonly NamedReports[],
  years: readonly number[],
): Promise<readonly PlaceTallies[]> {
  return Promise.all(
    places.map(async ({ reports, ...place }) => ({
      ...place,
      all: await toTally(reports),
      years: await Promise.all(
        years.map((year) => {
          const own = reports.filter((report) => report.year === year)
          return own.length > 0 ? toTally(own) : undefined
        }),
      ),
    })),
  )
}
