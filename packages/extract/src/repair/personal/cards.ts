import type { Run } from './digit-runs.ts'
import { bank, card, isAmount, isCode, isCreditCode, type Surroundings } from './number-context.ts'
import type { Range } from './ranges.ts'

/** An identity number without its last sign: a province, a day of birth, a number of the day. */
const identity =
  /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|[789]\d|[1-9]0|99)\d{4}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/
const groupings =
  /^(?:1[78]|6-8-[34]|6-4-4-[34]|4-4-4-4-[12]|3-3-4-4-[34]|6-1[12]|14-[34]|10-8|10-4-[34]|6-4-2-2-[34])$/

export const isIdentity = (digits: string): boolean =>
  /^\d{17}[\dXx]$/.test(digits) && identity.test(digits.slice(0, 17))

/** Identity and bank card numbers in a run of digits, in groups or not. */
export function findCards(run: Run): readonly Range[] {
  return run.groups.flatMap((first, from) => {
    const where = { before: run.view.slice(Math.max(0, first.start - 40), first.start), after: '' }
    const found = findIdentity(run, from, where) ?? findBankCard(run, from, where)
    return found ? [found] : []
  })
}

function findIdentity({ groups, view }: Run, from: number, where: Surroundings): Range | undefined {
  const isNamed = card.test(where.before.slice(-16))
  let digits = ''
  for (let to = from; to < groups.length && digits.length < 18; to++) {
    const group = groups[to]
    if (!group) break
    digits += group.digits
    const letter =
      digits.length === 17
        ? (/^[ \-._]{0,2}[Xx](?![A-Za-z])/.exec(view.slice(group.end, group.end + 4))?.[0] ?? '')
        : ''
    const isWhole = digits.length === 18 || letter !== '' || (isNamed && digits.length === 15)
    const range = { start: groups[from]?.start ?? 0, end: group.end + letter.length }
    if (isWhole && isNamed) return range
    const lengths = groups.slice(from, to + 1).map((one) => one.digits.length)
    if (isWhole && identity.test(digits.slice(0, 17)) && groupings.test(lengths.join('-')) && !isCode(where)) {
      const isOther = isCreditCode(
        { ...where, after: view.slice(range.end, range.end + 20) },
        view.slice(range.start, range.end),
      )
      if (!isOther) return range
    }
  }
  return undefined
}

function findBankCard({ groups, view }: Run, from: number, where: Surroundings): Range | undefined {
  const isNamed = bank.test(where.before.slice(-12))
  const isUsual = /^(?:4-4-4-4(?:-[123])?|6-1[03]|16|19)$/
  let digits = ''
  for (let to = from; to < groups.length && digits.length < 19; to++) {
    const group = groups[to]
    if (!group) break
    digits += group.digits
    const lengths = groups.slice(from, to + 1).map((one) => one.digits.length)
    const range = { start: groups[from]?.start ?? 0, end: group.end }
    const isLast = to === groups.length - 1 || digits.length >= 19
    if (isNamed && isLast && digits.length >= 12 && digits.length <= 21) return range
    if (!/^[3-6]/.test(digits) || digits.length < 16 || !isUsual.test(lengths.join('-')) || !isLuhn(digits)) continue
    if (!isCode(where) && !isAmount({ ...where, after: view.slice(group.end, group.end + 10) })) return range
  }
  return undefined
}

/** The check digit of bank cards. */
function isLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i))
    sum += i % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}
