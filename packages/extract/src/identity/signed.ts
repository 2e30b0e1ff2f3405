import type { DateRepair, IssueNote } from '../types.ts'
import type { Signature } from './signature.ts'

/** The day of the signature, and what had to be completed to know it. */
export interface SigningReading {
  readonly signedOn: string | null
  readonly repairs: readonly DateRepair[]
  readonly issues: readonly IssueNote[]
}

/** A report is signed within half a year of its publication; law asks for it by the end of January. */
const DAYS_BEFORE_PUBLICATION = 184
const DAY_MS = 86_400_000

/** Of several readings those before the end of the report year are out; the only one there is may be. */
const admits = (on: string, publishedOn: string, year: number | null, isOnly: boolean): boolean =>
  on <= publishedOn && (isOnly || year === null || on > `${year}-12-31`)

const isLately = (on: string, publishedOn: string): boolean =>
  (Date.parse(publishedOn) - Date.parse(on)) / DAY_MS <= DAYS_BEFORE_PUBLICATION

function toPrinted(on: string): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Dates the signature; a damaged date counts only where the publication date admits one reading. */
export function readSignedOn(
  { date, dateLine }: Signature,
  publishedOn: string | null,
  year: number | null,
): SigningReading {
  if (date === null || dateLine === null) return { signedOn: null, repairs: [], issues: [] }
  if (date.kind === 'date') return { signedOn: date.on, repairs: [], issues: [] }
  const isOnly = date.candidates.length === 1
  const admitted = publishedOn === null ? [] : date.candidates.filter((on) => admits(on, publishedOn, year, isOnly))
  const [only] = admitted
  if (only === undefined || publishedOn === null || admitted.length > 1 || !isLately(only, publishedOn))
    return { signedOn: null, repairs: [], issues: [{ code: 'date_damaged', severity: 'warning', line: dateLine.line }] }
  const start = dateLine.text.search(/(?:20\d{2}|[一二三四五六七八九〇○零]{4})\s*(?=[年\d])/)
  const repair = {
    line: dateLine.line,
    start: Math.max(start, 0),
    end: dateLine.text.trimEnd().length,
    replacement: toPrinted(only),
  }
  return { signedOn: only, repairs: [repair], issues: [] }
}
