import type { Line } from '@gongkai/schema'
import type { DateReading } from './dates.ts'
import { readLoneDate } from './dates.ts'
import { isAgencyName } from './names.ts'

/** The signature below the last section. */
export interface Signature {
  readonly agency: string | null
  readonly date: DateReading | null
  /** Where the date is printed. */
  readonly dateLine: Line | null
  readonly lines: readonly number[]
}

const TAIL_LINES = 16
const NEAR_LINES = 3
const DATE_AT_END = /\s*((?:20\d{2}|[一二三四五六七八九〇○零]{4})\s*[年.\-/][\s\d一二三四五六七八九十年月日.\-/]*)$/

const toName = (text: string): string => text.replace(/\s/g, '').replace(/[（(](?:盖?章|公章|印章?)[）)]$/, '')
const isSectionHead = (text: string): boolean =>
  /^(?:[六6][、.．]|第六部分|[（(]六[）)]).{0,20}(?:其他|报告)|^(?:其他需要|需要)报告的(?:其他)?事项$/.test(text.trim())

function readLine(line: Line): Pick<Signature, 'agency' | 'date'> {
  const text = line.text.trim()
  const date = readLoneDate(text)
  if (date !== null) return { agency: null, date }
  const split = DATE_AT_END.exec(text)
  const before = split === null ? text : text.slice(0, split.index)
  const name = toName(before)
  if (name.length < 3 || name.length > 40 || !isAgencyName(name)) return { agency: null, date: null }
  return { agency: name, date: split === null ? null : readLoneDate(split[1] ?? '') }
}

/** A row that holds one text only lays out the page; it is a line like any other. */
const isTableRow = ({ kind, text }: Line): boolean =>
  (kind === 'table_row' || text.includes('\t')) && text.split('\t').filter((cell) => cell.trim() !== '').length > 1

/** Lines that can hold the signature: below section six, or the last of the document. */
function tailOf(lines: readonly Line[]): readonly Line[] {
  const head = lines.findLastIndex(({ text }) => isSectionHead(text))
  const table = lines.findLastIndex(isTableRow)
  const start = Math.max(head + 1, table + 1, head >= 0 ? 0 : lines.length - TAIL_LINES)
  return lines.slice(start).filter(({ text }) => text.length <= 60)
}

/** Reads issuer and date below the last section; a date that stands in a sentence does not count. */
export function readSignature(lines: readonly Line[]): Signature {
  const tail = tailOf(lines)
  const read = tail.map((line) => ({ line, ...readLine(line) }))
  const named = read.filter(({ agency }) => agency !== null)
  const near = (date: Line): typeof named =>
    named
      .filter(({ line }) => Math.abs(line.line - date.line) <= NEAR_LINES)
      .toSorted((a, b) => Math.abs(a.line.line - date.line) - Math.abs(b.line.line - date.line))
  // 2024-01-18 alone is how lists of related pages print their dates; below a name it is a signature.
  const dated = read.find(
    ({ date, line }) => date !== null && (!/^\d{4}-/.test(line.text.trim()) || near(line).length > 0),
  )
  // Without a date, several names are more likely links to other sites than a signature.
  const nearest = dated !== undefined ? near(dated.line)[0] : named.length === 1 ? named[0] : undefined
  const used = [nearest, dated].flatMap((entry) => (entry === undefined ? [] : [entry.line.line]))
  return {
    agency: nearest?.agency ?? null,
    date: dated?.date ?? null,
    dateLine: dated?.line ?? null,
    lines: [...new Set(used)].toSorted((a, b) => a - b),
  }
}
