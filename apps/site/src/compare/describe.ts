import { toSumsOutcome } from '@gongkai/schema/browser'
import { isFew, toGrouped, toPercent, toTenth } from '../words/format.ts'
import type { Locale } from '../words/locale.ts'
import { describeSums } from '../words/outcomes.ts'
import { type ComparedCell, type ComparedLine, isLacking, isUnread, toAnswered } from './comparison.ts'
import type { CompareTexts } from './texts.ts'
import type { Side } from './types.ts'

/** Name and year of a side, as it is called in sentences. */
export const toSideName = ({ name, year }: Side, texts: CompareTexts): string =>
  texts.sideName(name, year === null ? '' : String(year))

/** What stands in a cell: a number as printed, or why there is none; never a 0 that is not there. */
export function toCellWords({ cell }: ComparedCell, texts: CompareTexts): string {
  if (!cell) return texts.absent
  if (cell.value !== undefined) return toGrouped(cell.value)
  return cell.state === 'text' && cell.raw !== '' ? cell.raw : texts.states[cell.state]
}

/** The difference of two shares in percentage points; undefined where one is not given. @example toPoints(0.5, 0.607) // '−10.7' */
export function toPoints(share: number | null, from: number | null): string | undefined {
  if (share === null || from === null) return undefined
  const points = Math.round(1000 * (share - from)) / 10
  return `${points > 0 ? '+' : points < 0 ? '−' : ''}${toTenth(Math.abs(points))}`
}

function describeSide(side: Side, texts: CompareTexts): string {
  const { sum, disclosed } = toAnswered(side)
  const name = toSideName(side, texts)
  if (sum === null || disclosed === null) return texts.noneComparable(name)
  if (sum === 0) return texts.noResult(name)
  return texts.disclosed(name, toGrouped(disclosed), toGrouped(sum), isFew(sum) ? '' : toPercent(disclosed / sum))
}

/** The finding: what share of its requests each granted, in full or in part; counts where there are few. */
export const describeShares = (sides: readonly Side[], texts: CompareTexts): string =>
  texts.disclosedLead + sides.map((side) => describeSide(side, texts)).join(texts.join) + texts.end

/** One request weighs more than a percentage point. */
const isLight = (sum: number | null): sum is number => sum !== null && !isFew(sum) && sum < 100

function describeEditions(lines: readonly ComparedLine[], sides: readonly Side[], texts: CompareTexts) {
  return (['disclosure', 'requests', 'proceedings'] as const).flatMap((form) => {
    const lacking = lines.filter((line) => line.line.form === form && isLacking(line)).length
    if (lacking === 0) return []
    const toEdition = (edition: string | null) => (edition === null ? texts.editionUnknown : texts.editionName(edition))
    const list = sides.map((side) => texts.edition(toSideName(side, texts), toEdition(side.editions[form])))
    return [texts.editions(texts.tables[form], list.join(texts.join), toGrouped(lacking))]
  })
}

/** A sentence on what the reader should know before comparing, and whether it speaks against it. */
export interface Note {
  readonly text: string
  readonly isWarning: boolean
}

/** What can be compared and what cannot, one sentence each. */
export function toNotes(
  lines: readonly ComparedLine[],
  sides: readonly Side[],
  texts: CompareTexts,
  locale: Locale,
): readonly Note[] {
  const warn = (text: string): Note => ({ text, isWarning: true })
  const unread = lines.filter(isUnread).length
  const years = new Set(sides.map(({ year }) => year))
  const light = sides.flatMap((side) => {
    const { sum } = toAnswered(side)
    return isLight(sum) ? [texts.oneOf(toSideName(side, texts), toTenth(100 / sum))] : []
  })
  return [
    ...(years.size > 1 ? [warn(texts.years)] : []),
    ...describeEditions(lines, sides, texts).map(warn),
    ...(unread > 0 ? [warn(texts.unread(toGrouped(unread)))] : []),
    ...light.map(warn),
    ...sides.map((side) => ({
      text: texts.sums(toSideName(side, texts), describeSums(side.sums)[locale]),
      // A mark that all is well needs all to have been compared.
      isWarning: toSumsOutcome(side.sums) !== 'hold',
    })),
    ...(sides.some(({ doubts }) => doubts.size > 0) ? [warn(texts.doubts)] : []),
  ]
}
