import type { Random } from '../../packages/extract/test/generate/random.ts'
import { type Print, type Truth, toPrint, toTruth } from '../../packages/extract/test/generate/truth.ts'
import type { Agency } from './agencies.ts'

const columnsOf = (truth: Truth, row: string): readonly string[] =>
  [...truth.prints.keys()].flatMap((key) => {
    const prefix = `requests.${row}.`
    return key.startsWith(prefix) && !key.endsWith('.total') ? [key.slice(prefix.length)] : []
  })

/** What is printed in a cell, blanks as 0; a sum needs a number. */
const countOf = (truth: Truth, row: string, column: string): number =>
  truth.prints.get(`requests.${row}.${column}`)?.value ?? 0

/**
 * Carries in what the year before carried forward: what comes in anew is less or more by as much, so that every sum stays
 * as it was. Where that would be less than nothing the years do not join, as happens.
 */
export function joinYears(before: Truth, truth: Truth): Truth {
  const changes = columnsOf(truth, 'carried_in').map((column) => {
    const carried = countOf(before, 'carried_forward', column)
    const more = carried - countOf(truth, 'carried_in', column)
    return { column, carried, more, received: countOf(truth, 'new_received', column) - more }
  })
  if (changes.some(({ received }) => received < 0)) return truth
  const moreInAll = changes.reduce((sum, { more }) => sum + more, 0)
  const cells: readonly (readonly [string, Print])[] = [
    ...changes.map(({ column, carried }) => [`requests.carried_in.${column}`, toPrint(carried)] as const),
    ...changes.map(({ column, received }) => [`requests.new_received.${column}`, toPrint(received)] as const),
    ['requests.carried_in.total', toPrint(countOf(truth, 'carried_in', 'total') + moreInAll)],
    ['requests.new_received.total', toPrint(countOf(truth, 'new_received', 'total') - moreInAll)],
  ]
  return { ...truth, prints: new Map([...truth.prints, ...cells]) }
}

/** Draws until a report is of the year and of the size that are wanted. */
function drawTruth({ name, profile }: Agency, year: number, random: Random): Truth {
  for (;;) {
    const truth = toTruth(random)
    if (truth.year === year && truth.profile === profile) return { ...truth, agency: name }
  }
}

/** The reports of an agency, year by year, each joined to the one before. */
export function drawTruths(agency: Agency, random: Random): readonly Truth[] {
  const made: Truth[] = []
  for (const year of agency.years) {
    const truth = drawTruth(agency, year, random)
    const before = made.at(-1)
    made.push(before?.year === year - 1 && random.chance(0.9) ? joinYears(before, truth) : truth)
  }
  return made
}
