import type { Group, Run } from './digit-runs.ts'
import {
  isAmount,
  isAnnounced,
  isCode,
  isContact,
  isCreditCode,
  isInPath,
  isListed,
  type Surroundings,
} from './number-context.ts'
import { endsInPerson } from './persons.ts'
import type { Range } from './ranges.ts'

/** A mobile number, with the country's code or the zero of long distance. */
const mobile = /^(?:0086|86|0)?1[3-9]\d{9}$/
const bare = /^1[3-9]\d{9}$/

/** How the eleven digits are usually grouped; with a word of contact in front, any grouping is one. */
const groupings =
  /^(?:3-4-4|3-3-5|4-3-4|4-4-3|3-8|7-4|5-6|6-5|4-7|3-5-3|5-3-3|3-2-2-2-2|3-4-2-2|3-2-2-4|3-3-3-2|1(?:-1){10})$/
/** Signs that stand between numbers of a list as well. */
const listing = /[\s,，、。/;；|+&:]/

export const isMobile = (digits: string): boolean => mobile.test(digits)

/** Mobile numbers in a run of digits, however they are grouped. */
export function findMobiles(run: Run): readonly Range[] {
  return run.groups.flatMap((first, from) => {
    if (first.digits.length > 11) {
      const glued = findGlued(run, first)
      if (glued) return [glued]
    }
    let digits = ''
    for (let to = from; to < run.groups.length && digits.length < 15; to++) {
      const group = run.groups[to]
      if (!group) break
      digits += group.digits
      if (mobile.test(digits) && !isZeroAlone(first) && isMobileHere(run, from, to))
        return [withBrackets(run.view, { start: first.start, end: group.end })]
    }
    return []
  })
}

const isZeroAlone = ({ digits }: Group): boolean => digits === '0' || digits === '00'

const around = (view: string, { start, end }: Range): Surroundings => ({
  before: view.slice(Math.max(0, start - 200), start),
  after: view.slice(end, end + 40),
})

function isMobileHere({ groups, gaps, view }: Run, from: number, to: number): boolean {
  const range = { start: groups[from]?.start ?? 0, end: groups[to]?.end ?? 0 }
  const where = around(view, range)
  const own = /^(?:0086|86)$/.test(groups[from]?.digits ?? '') ? from + 1 : from
  const between = gaps.slice(own, to)
  if (gaps[from - 1] === '.' && !isContact(where)) return false
  if (between.length === 0)
    return !isInPath(where) && !isAmount(where) && !isCreditCode(where, view.slice(range.start, range.end))
  const lengths = groups.slice(own, to + 1).map(({ digits }) => digits.length)
  const isUsual = groupings.test(lengths.join('-'))
  return between.every((gap) => listing.test(gap))
    ? isAnnounced(where) || (isUsual && isTelephoneAmongCounts(where, groups.slice(own, to + 1)))
    : (isUsual || isContact(where)) && !isPartOfCode(where, { groups, gaps, view }, from, to) && !isAmount(where)
}

/** Whether spaced groups are one number: three counts in a row are printed like them. */
function isTelephoneAmongCounts(where: Surroundings, groups: readonly Group[]): boolean {
  if (isListed(where) || isAmount(where)) return false
  if (isContact(where) || endsInPerson(where.before)) return true
  return groups.some(({ digits }, i) => i > 0 && digits.length > 1 && digits.startsWith('0'))
}

/** Whether groups joined by dashes go on before or behind: an index number, an area code, a date. */
function isPartOfCode(where: Surroundings, { groups, gaps }: Run, from: number, to: number): boolean {
  const joins = (gap: string | undefined) => gap !== undefined && !listing.test(gap)
  if (joins(gaps[from - 1])) return true
  if (isContact(where)) return false
  return isCode(where) || (joins(gaps[to]) && (groups[to + 1]?.digits.length ?? 0) > 4)
}

/** What may stand glued to a mobile number: another, an office telephone, an extension, a postal code, a year. */
const beside = /^(?:(?:1[3-9]\d{9})+|0\d{9,11}|\d{6,8}|\d{1,4})$/

/** A mobile number with other digits glued to it: two telephones side by side always, others behind a word of contact. */
function findGlued({ view }: Run, { start, end, digits }: Group): Range | undefined {
  if (mobile.test(digits) || digits.length > 44) return undefined
  const where = around(view, { start, end })
  if (/^(?:1[3-9]\d{9}){2,4}$/.test(digits)) return isAmount(where) ? undefined : { start, end }
  const year = /^(1[3-9]\d{9})20\d{2}$/.exec(digits)
  if (year && /^\s?年/.test(where.after)) return { start, end: start + 11 }
  if (!isContact(where) || isCode(where)) return undefined
  if (bare.test(digits.slice(0, 11)) && beside.test(digits.slice(11))) return { start, end }
  return bare.test(digits.slice(-11)) && beside.test(digits.slice(0, -11)) ? { start: end - 11, end } : undefined
}

/** The brackets and the plus of a country's or an operator's code belong to the number. */
function withBrackets(view: string, { start, end }: Range): Range {
  const isOpen = view.charAt(start - 1) === '(' && view.slice(start, end).includes(')')
  const from = isOpen ? start - 1 : start
  return { start: view.charAt(from) !== '+' && view.charAt(from - 1) === '+' ? from - 1 : from, end }
}
