import { editionsOf, type Form, fold, type Line, type LookupRows, perForm } from '@gongkai/schema'
import { anyOf } from '../text/any-of.ts'
import { remember } from '../text/remember.ts'
import type { CleanLine, IssueNote } from '../types.ts'
import type { LabelBook } from './labels.ts'
import { type FormReading, toShown } from './reading.ts'
import { type Cut, toCutter } from './rows/glued.ts'
import { isValueLike } from './value.ts'

/** Lines that a page puts between the rows, which no list could name: what they hold is a number, a unit or a reference. */
const ignored: readonly RegExp[] = [
  /^[(（【]?第?二十条第?(?:[(（]?[一二三四五六七八九十]?[)）]?项?)?[)）】]?$/,
  /^[(（]?单位[:：]?(?:件|项|个|条|万元|元)[、/件项个条万元]*[)）]?$/,
  /^[(（]?(?:该|本|此|这)部分.{0,10}表格?.{0,8}[)）]?$|^[(（]?(?:具体|详细)?(?:情况|数据|内容)?(?:详见|见|如)下表[)）:：]*$|信息公开.{0,8}表[)）:：]*$/,
  /^[(（][一二三四五六七八九十]{1,2}[)）].{2,24}(?:情况|数量)$|^20\d{2}年(?:度)?$|^表[一二三四\d]/,
  /^[-—–]?\s*(?:第\s*)?\d{1,3}\s*(?:页\s*)?[-—–]$|^第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?$|^\d{1,3}\s*\/\s*\d{1,3}$/,
  /^[\s|\-—–_:：.·•*=+]+$/,
]

/** Whether a text of a table holds nothing to read. */
export type IsIgnored = (text: string) => boolean

/** Numerals and brackets around the text of a row of ignored-lines.csv. */
const edges = /^[(（]?(?:[一二三四五六七](?:[)）]|[、.．]))?|[)）:：]*$/g

/**
 * Knows the lines of ignored-lines.csv, and those that hold nothing but a number, a unit or a reference.
 *
 * @example toIsIgnored(rows)('（三）不予处理') → true
 */
export function toIsIgnored(rows: LookupRows['ignored-lines']): IsIgnored {
  const of = (place: LookupRows['ignored-lines'][number]['where']) =>
    anyOf(rows.filter(({ where }) => where === place).map(({ text }) => text))
  const named = new RegExp(`^(?:${of('whole')})$|^(?:${of('start')})|(?:${of('end')})$`)
  return remember((text) => {
    const bare = text.normalize('NFKC').replace(/\s/g, '')
    return named.test(bare.replace(edges, '')) || ignored.some((pattern) => pattern.test(bare))
  })
}

/** Folded text of everything that the forms print as a label, to know a piece of a broken one. */
function toPrinted(declared: readonly Form[]): string {
  const labels = declared.flatMap((form) =>
    form.blocks.flatMap((block) => [
      block.heading?.zh ?? '',
      ...block.columns.map((column) => column.label.zh),
      ...block.rows.flatMap((row) => [row.group?.zh ?? '', `${row.numeral ?? ''}${row.label.zh}`]),
    ]),
  )
  const more = ['申请人情况', '法人或其他组织', '三、本年度办理结果', '信息内容', '第二十条第（一）项']
  return [...new Set([...labels, ...more])].map(toBare).join('|')
}

function toBare(text: string): string {
  return fold(text).replace(/[^\p{Script=Han}a-z\d]/gu, '')
}

/** A line of nothing but the heads of 表三, run together. */
function toHeadLine(declared: readonly Form[]): RegExp {
  const columns = editionsOf(declared).requests.flatMap((form) => form.blocks.flatMap((block) => block.columns))
  const heads = columns.flatMap(({ label, group }) => [label.zh, ...(group ? [group.zh] : [])])
  return new RegExp(`^(?:申请人情况|${anyOf([...new Set(heads)].map(toBare))})+$`)
}

/** Heads of the applicants in a row with pieces of others. */
const joinedHeads = /^申请人情况|自然人|法人或其他组织(?=总计|$|商业)|(?<=组织)总计$/g

/** The words that lines are known by. */
interface Words {
  readonly labels: LabelBook
  readonly isIgnored: IsIgnored
}

/** What is known of a document when its unread lines are looked for. */
interface Reading {
  readonly lines: readonly Line[]
  readonly source: readonly CleanLine[]
  readonly readings: readonly FormReading[]
  readonly notes: readonly IssueNote[]
}

/**
 * Every line within the tables that was neither read, nor named by an issue, nor is knowingly ignored; a row with a
 * label that no form has and values behind it is `row_unmapped`, anything else `line_unread`. Lines of
 * sections two to four count, and where headings are lost the lines between the first and the last that was read.
 * Full sentences are the narrative's, which is read apart.
 */
export function findUnread(
  { lines, source, readings, notes }: Reading,
  { labels: book, isIgnored }: Words,
): readonly IssueNote[] {
  const read = toReadLines(readings)
  if (read.size === 0) return []
  const cut = toCutter(book.forms)
  const noted = new Set(notes.flatMap((note) => note.line ?? []))
  const within = toRange(lines, read)
  let isNoted = false
  return source.flatMap((line, i): readonly IssueNote[] => {
    const place = lines[i]
    isNoted = noted.has(line.line) || (isNoted && partsOf(line, cut).every((part) => isValueLike(part)))
    if (!place || !within(place) || isNoted || read.has(line.line) || isIgnored(place.text)) return []
    const parts = partsOf(line, cut)
    const isValues = parts.every((part) => isValueLike(part))
    const unread = isValues
      ? parts.filter((part) => !isIgnored(part))
      : parts.filter((part) => !(isIgnored(part) || isPassed(part, book)))
    const [first] = unread
    if (first === undefined) return []
    const isRow = line.kind === 'row' && !isValueLike(first) && parts.some((part) => isValueLike(part))
    const shown = isRow ? toShown(parts.map((text) => ({ text }))) : first.slice(0, 40)
    const detail = { zh: `“${shown}”`, en: `"${shown}"` }
    return [{ code: isRow ? 'row_unmapped' : 'line_unread', severity: 'warning', line: line.line, detail }]
  })
}

function toReadLines(readings: readonly FormReading[]): ReadonlySet<number> {
  const read = new Set<number>()
  for (const { lines, cells } of readings) {
    for (const line of lines) read.add(line)
    for (const { line } of cells.values()) read.add(line)
  }
  return read
}

function toRange(lines: readonly Line[], read: ReadonlySet<number>): (line: Line) => boolean {
  const first = Math.min(...read)
  const last = Math.max(...read)
  const hasHeading = (number: number) => lines.some((line) => line.kind === 'heading' && line.section === number)
  const isWhole = hasHeading(2) && hasHeading(5)
  return ({ line, section, kind }) =>
    (kind === 'paragraph' || kind === 'table_row') &&
    (isWhole ? section !== null && section >= 2 && section <= 4 : line > first && line < last)
}

function partsOf(line: CleanLine, cut: Cut): readonly string[] {
  const parts = line.kind === 'paragraph' ? cut(line.text) : line.cells.map((cell) => cell.text)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** Labels, pieces of labels and sentences; a row label without a value has its own issue. */
function isPassed(text: string, book: LabelBook): boolean {
  if (book.namesOf(text).kind !== undefined) return true
  if (/[。；;]/.test(text) && text.length >= 12) return true
  return isPieceOf(book.forms)(text)
}

/** Tells whether a text is a piece of what the forms print. */
const isPieceOf = perForm((declared: readonly Form[]) => {
  const printed = toPrinted(declared)
  const headLine = toHeadLine(declared)
  return remember((text) => {
    const whole = toBare(text)
    const bare = whole.replace(joinedHeads, '')
    return bare === '' || headLine.test(whole) || (!/^\d+$/.test(bare) && bare.length <= 40 && printed.includes(bare))
  })
})
