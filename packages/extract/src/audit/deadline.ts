import { firstRegulatedYear, type Identity, type Label } from '@gongkai/schema'
import type { Outcome } from './finding.ts'

/** What a deadline depends on. */
export type DeadlineFacts = Pick<Identity, 'year' | 'publishedOn' | 'signedOn' | 'level' | 'bodyKind' | 'scope'>

/** The Regulations before the revision gave every organ until 31 March (国令第492号, Art. 31). */
const MARCH = '03-31'
const JANUARY = '01-31'

const dayLength = 86_400_000
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayLength
const published: Label = { zh: '发布日期', en: 'Published' }
const signed: Label = { zh: '落款日期', en: 'Signed' }

/** Kinds of bodies for which the Regulations of 2019 set no date (Art. 49 and 50 speak of governments and departments). */
const WITHOUT_DATE: ReadonlySet<Identity['bodyKind']> = new Set([
  'township',
  'zone',
  'institution',
  'mass_organisation',
  'enterprise',
])

/**
 * Day by which a body had to publish, as month and day; several where it is open in whose name an office reports, or
 * why there is none.
 */
function dueDays({
  year,
  level,
  bodyKind,
  scope,
}: DeadlineFacts): readonly string[] | 'body_without_deadline' | 'body_unknown' {
  if (year !== null && year < firstRegulatedYear) return [MARCH]
  if (level === 'township' || level === 'zone' || WITHOUT_DATE.has(bodyKind)) return 'body_without_deadline'
  if (bodyKind === null) return 'body_unknown'
  if (bodyKind === 'government' || scope === 'area') return [MARCH]
  // An office publishes its own report and that of its government, often under one name.
  return bodyKind === 'government_office' ? [JANUARY, MARCH] : [JANUARY]
}

/** Whether a report was out in time; a page moved to a new site shows the day of the move. */
export function judgeDeadline(facts: DeadlineFacts): Outcome {
  const { year, publishedOn, signedOn } = facts
  const date = publishedOn ?? signedOn
  if (year === null) return { reason: 'year_unknown' }
  if (date === null) return { reason: 'date_absent' }
  if (date > `${year + 1}-12-31`) return { reason: 'date_implausible' }
  const days = dueDays(facts)
  if (typeof days === 'string') return { reason: days }
  const [first = MARCH, last = first] = days.map((day) => `${year + 1}-${day}`)
  if (date > first && date <= last) return { reason: 'body_unknown' }
  const due = date > last ? last : first
  const late = daysBetween(due, date)
  return { isHeld: late <= 0, texts: { source: publishedOn ? published : signed, date, due, days: late } }
}
