import { type Cell, checks, type Finding, firstFormYear, type Identity, type Section } from '@gongkai/schema'
import { join } from '../text/fill-text.ts'
import { judgeDeadline } from './deadline.ts'
import { type FilledForm, placesOf } from './filled-form.ts'
import { type Outcome, toFinding } from './finding.ts'

/** What the checks on a whole report go by. */
export interface ReportFacts {
  readonly identity: Pick<Identity, 'year' | 'publishedOn' | 'signedOn' | 'level' | 'bodyKind' | 'scope'>
  /** Year of the statistics period, null when none is printed. */
  readonly periodYear: number | null
  readonly sections: readonly Pick<Section, 'number' | 'text'>[]
}

/** Checks on dates, sections and the fee statement. */
export function checkReport(facts: ReportFacts, filled: readonly FilledForm[]): readonly Finding[] {
  const requests = filled.find(({ form }) => form.id === 'requests')
  // The notice that set the first form prescribed the six sections, too.
  const isOfForm = (facts.identity.year ?? firstFormYear) >= firstFormYear
  return [
    toFinding('D.DEADLINE', checks['D.DEADLINE'], judgeDeadline(facts.identity)),
    toFinding('D.YEAR', checks['D.YEAR'], judgeYears(facts)),
    ...(isOfForm && filled.some(({ cells }) => cells.some((cell) => cell.state !== 'missing'))
      ? [toFinding('C.SECTIONS', checks['C.SECTIONS'], judgeSections(facts.sections))]
      : []),
    ...(requests && placesOf(requests.form).has(FEE_UNPAID)
      ? [toFinding('F.FEE', checks['F.FEE'], judgeFee(facts.sections, requests.cells))]
      : []),
  ]
}

function judgeYears({ identity: { year, signedOn }, periodYear }: ReportFacts): Outcome {
  if (year === null) return { reason: 'year_unknown' }
  if (periodYear === null && signedOn === null) return { reason: 'date_absent' }
  const isPeriod = periodYear === null || periodYear === year
  const isSigned = signedOn === null || signedOn.startsWith(`${year + 1}-`)
  const isHeld = isPeriod && isSigned
  const facts = [
    ...(periodYear !== null && isPeriod === isHeld
      ? [{ zh: `统计期限为 ${periodYear} 年`, en: `the period is ${periodYear}` }]
      : []),
    ...(signedOn !== null && isSigned === isHeld
      ? [{ zh: `落款日期为 ${signedOn}`, en: `it was signed on ${signedOn}` }]
      : []),
  ]
  return { isHeld, texts: { year, facts: join(facts, '，', ', ') } }
}

const numerals = ['一', '二', '三', '四', '五', '六'] as const

/** Few headings are a loss of the page, not an omission of the agency: the sections themselves are mostly there. */
const fewestHeadings = 3

function judgeSections(sections: ReportFacts['sections']): Outcome {
  const found = new Set(sections.map((section) => section.number))
  if (found.size < fewestHeadings) return { reason: 'headings_absent' }
  const absent = numerals.flatMap((numeral, index) =>
    found.has(index + 1) ? [] : [{ zh: `第${numeral}部分`, en: `section ${index + 1}` }],
  )
  return { isHeld: absent.length === 0, texts: { sections: join(absent, '、', ', ') } }
}

/** Requests that ended because a fee was not paid; not every edition has the row. */
const FEE_UNPAID = 'requests.other.fee_unpaid.total'
/** Words for what is charged; 经费 is what the body itself is paid. */
const FEES = /(?<![经消浪])费/

function judgeFee(sections: ReportFacts['sections'], cells: readonly Cell[]): Outcome {
  const key = FEE_UNPAID
  const left = cells.find((cell) => cell.key === key)?.value ?? null
  const six = sections.find((section) => section.number === 6)
  if (left === null) return { reason: 'cells_absent', cells: [key] }
  if (left > 0 && six === undefined) return { reason: 'section_absent', cells: [key] }
  return { isHeld: left === 0 || FEES.test(six?.text ?? ''), texts: { left }, left, cells: [key] }
}
