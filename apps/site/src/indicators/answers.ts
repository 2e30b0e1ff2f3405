import { scan } from '../data/read-rows.ts'

/** How the requests of a report were answered: all results, and those granted in full or in part. */
export interface Answers {
  /** Sum of the six groups of results; null where one of them could not be counted. */
  readonly results: number | null
  /** Granted in full or in part. */
  readonly disclosed: number | null
}

async function scanAnswers(): Promise<ReadonlyMap<string, Answers>> {
  const answers = new Map<string, Answers>()
  await scan('indicators', ['report_id', 'indicator_id', 'numerator', 'denominator'], (row) => {
    if (row.indicator_id !== 'disclosure_rate') return
    answers.set(row.report_id, { results: row.denominator, disclosed: row.numerator })
  })
  return answers
}

let held: Promise<ReadonlyMap<string, Answers>> | undefined

/** Report id → how its requests were answered, from the sums of the disclosure rate. */
export function readAnswers(): Promise<ReadonlyMap<string, Answers>> {
  held ??= scanAnswers()
  return held
}
