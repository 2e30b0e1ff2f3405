import { type Cell, checks, type Finding, type Identity, type Label, type Section } from '@gongkai/schema'
import { join } from '../text/fill-text.ts'
import type { FilledForm } from './filled-form.ts'
import { type Outcome, toFinding } from './finding.ts'

/** What the checks on a whole report go by. */
export interface ReportFacts {
  readonly identity: Pick<Identity, 'year' | 'agencyName' | 'publishedOn' | 'signedOn'>
  /** Year of the statistics period, null when none is printed. */
  readonly periodYear: number | null
  readonly sections: readonly Pick<Section, 'number' | 'text'>[]
}

/** Checks on dates, sections and the fee statement. */
export function checkReport(facts: ReportFacts, filled: readonly FilledForm[]): readonly Finding[] {
  const requests = filled.find(({ form }) => form.id === 'requests')
  return [
    toFinding('D.DEADLINE', checks['D.DEADLINE'], judgeDeadline(facts.identity)),
    toFinding('D.YEAR', checks['D.YEAR'], judgeYears(facts)),
    ...(filled.some(({ cells }) => cells.some((cell) => cell.state !== 'missing'))
      ? [toFinding('C.SECTIONS', checks['C.SECTIONS'], judgeSections(facts.sections))]
      : []),
    ...(requests?.form.edition === '2021'
      ? [toFinding('F.FEE', checks['F.FEE'], judgeFee(facts.sections, requests.cells))]
      : []),
  ]
}

const dayLength = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayLength
const published: Label = { zh: '发布日期', en: 'Published' }
const signed: Label = { zh: '落款日期', en: 'Signed' }

function judgeDeadline({ year, agencyName, publishedOn, signedOn }: ReportFacts['identity']): Outcome {
  const date = publishedOn ?? signedOn
  if (year === null) return { reason: 'year_unknown' }
  if (date === null) return { reason: 'date_absent' }
  if (date > `${year + 1}-12-31`) return { reason: 'date_implausible' }
  const due = `${year + 1}-${agencyName?.endsWith('人民政府') ? '03-31' : '01-31'}`
  const days = daysBetween(due, date)
  return { isHeld: days <= 0, texts: { source: publishedOn ? published : signed, date, due, days } }
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

function judgeFee(sections: ReportFacts['sections'], cells: readonly Cell[]): Outcome {
  const key = 'requests.other.fee_unpaid.total'
  const left = cells.find((cell) => cell.key === key)?.value ?? null
  const six = sections.find((section) => section.number === 6)
  if (left === null) return { reason: 'cells_absent', cells: [key] }
  if (left > 0 && six === undefined) return { reason: 'section_absent', cells: [key] }
  return { isHeld: left === 0 || /费/.test(six?.text ?? ''), texts: { left }, left, cells: [key] }
}
