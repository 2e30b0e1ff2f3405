import { remember } from '../text/remember.ts'
import { findNames, isBareName, isNameHeading, isRole } from './personal/names.ts'
import { announcesAmount, announcesNumber, findNumbers, isPersonalNumber, type Range } from './personal/numbers.ts'
import { applyEdits, type Piece, toPiece } from './piece.ts'

/** What stands in place of personal data. */
export const redacted = '█'

/** A piece of text, and what it tells of what it holds and of the text behind it. */
export interface Told {
  readonly piece: Piece
  /** The text with full-width characters as ordinary ones and every dash and space as one kind. */
  readonly flat: string
  /** What to read the text behind it with: a label that announces what that one holds, else nothing. */
  readonly label: string
  readonly announcesNumber: boolean
  readonly announcesAmount: boolean
  /** Whether its digits may go on in the text behind. */
  readonly endsInDigit: boolean
  /** Whether it has too few digits for a personal number and no name, as most cells of the forms. */
  readonly isFigure: boolean
  /** Whether something is to hide in it, whatever stands in front. */
  readonly isPersonal: boolean
}

/** What a piece of text tells by itself. */
export function toTold(piece: Piece): Told {
  const flat = flatten(piece.text)
  return {
    piece,
    flat,
    label: toLabel(piece.text),
    announcesNumber: announcesNumber(flat),
    announcesAmount: announcesAmount(flat),
    endsInDigit: /\d\s*$/.test(flat),
    isFigure: /^[\d,.\s]{0,4}$/.test(flat),
    isPersonal: holdsPersonal(flat),
  }
}

const holdsPersonal = (flat: string): boolean => findNumbers(flat).length > 0 || findNames(flat).length > 0
/** The same of a short text and the label in front of it. */
const holdsBehind = remember(holdsPersonal)
/** What a line in front tells. */
const tellBefore = remember((text) => toTold(toPiece(text)))

/**
 * Hides mobile numbers, mail addresses, QQ and WeChat ids, identity numbers and the names of contact persons. Office
 * telephones and postal addresses stay.
 *
 * @param before the line in front, which may announce what this one holds
 */
export const redact = (told: Told, before = ''): Piece =>
  redactBehind(before === '' || before.length > longestLabel ? undefined : tellBefore(before), told)

function redactBehind(before: Told | undefined, { piece, flat, isFigure, isPersonal }: Told): Piece {
  const label = before?.label ?? ''
  if (label === '' ? !isPersonal : (isFigure && !before?.endsInDigit) || !holdsBehind(label + flat)) return piece
  const hidden = hide(piece, flat, label, findNumbers)
  return hide(hidden, hidden === piece ? flat : flatten(hidden.text), label, findNames)
}

/** Hides personal data in a text that is no part of a document's lines, such as a file name; nothing is logged. */
export const toRedacted = (text: string): string => redact(toTold(toPiece(text))).text

/** Columns of a table that hold names or personal numbers, by the row that heads them. */
type PersonalColumns = ReadonlySet<number>

/**
 * Hides personal data in the cells of a table: what each would hide alone, and what stands beside the cell that
 * announces it, below its heading, or cut over cells.
 */
export function redactTable(rows: readonly (readonly Told[])[]): readonly (readonly Piece[])[] {
  let columns: PersonalColumns | undefined
  return rows.map((cells) => {
    columns = findPersonalColumns(cells) ?? columns
    return redactRow(cells, columns)
  })
}

/** Columns of names under a row that also heads a column of telephone numbers; undefined when the row heads none. */
function findPersonalColumns(cells: readonly Told[]): PersonalColumns | undefined {
  if (!cells.some((cell) => cell.announcesNumber)) return undefined
  const names = cells.flatMap(({ flat }, at) => (isNameHeading(flat) ? [at] : []))
  // A word beside its value heads no column: 联系人 | 张三 | 电话 | …
  const isHead = cells.every(({ flat }) => !/\d{3}/.test(flat) && !isNamed(flat))
  return names.length > 0 && isHead ? new Set(names) : undefined
}

const isNamed = (text: string): boolean =>
  isBareName(text) && !isNameHeading(text) && !announcesNumber(text) && text.trim().length > 2

function redactRow(cells: readonly Told[], columns: PersonalColumns | undefined): readonly Piece[] {
  const cut = findCutNumbers(cells)
  const amount = cells.find((cell) => cell.announcesAmount)
  return cells.map((cell, at) => {
    if (cut.has(at) || (columns?.has(at) && isBareName(cell.flat))) return hideWhole(cell.piece)
    return redactBehind(at > 0 ? (amount ?? cells[at - 1]) : undefined, cell)
  })
}

const none: ReadonlySet<number> = new Set()

/** Cells whose digits together are one number, behind a cell that announces it. */
function findCutNumbers(cells: readonly Told[]): ReadonlySet<number> {
  const from = cells.findIndex((cell) => cell.announcesNumber) + 1
  if (from === 0) return none
  const found = new Set<number>()
  const flat = cells.map((cell) => cell.flat)
  for (let start = from; start < flat.length; start++) {
    let digits = ''
    for (let at = start; at < flat.length && /^\s*[\d ]{1,17}[Xx]?\s*$/.test(flat[at] ?? ''); at++) {
      digits += (flat[at] ?? '').replace(/\s/g, '')
      if (!isPersonalNumber(digits)) continue
      for (let i = start; i <= at; i++) found.add(i)
    }
  }
  return found
}

const hideWhole = (piece: Piece): Piece =>
  applyEdits(piece, 'redaction', [{ start: 0, end: piece.text.length, replacement: redacted }])

/** Longest text that any of the tests below takes for a label. */
const longestLabel = 40
/** A character that every word for a person or a number has one of. */
const wording = /[\p{Script=Han}a-zａ-ｚ¥￥$＄]/iu

/** The text in front, when it is a label and no more: the word for a contact person, or for a kind of number. */
function toLabel(before: string): string {
  const printed = before.trim()
  if (printed.length > longestLabel || !wording.test(printed)) return ''
  const text = flatten(printed)
  const isLabel =
    isRole(text) ||
    announcesNumber(text) ||
    /^(?:q\s?q|微\s*信|(?:电子)?邮[箱件]|e-?mail)(?:群|号码?)?[:：]?$/i.test(text)
  if (announcesAmount(text)) return `${text} `
  return isLabel && !/\d/.test(text) ? `${text.replace(/[:：]$/, '')}：` : ''
}

/** Full-width characters as ordinary ones and every dash and space as one kind, character by character. */
const flatten = (text: string): string => text.replace(uneven, toEven)

/** What flattening changes. */
const uneven = /[\u00a0\u2000-\u200a\u2010-\u2015\u2212\u3000\ufe58\ufe63\uff01-\uff5e]/g

function toEven(one: string): string {
  if (one >= '\uff01') return String.fromCharCode(one.charCodeAt(0) - 0xfee0)
  return /\s/.test(one) ? ' ' : '-'
}

function hide(piece: Piece, flat: string, label: string, find: (flat: string) => readonly Range[]): Piece {
  const found = find(label + flat)
  if (found.length === 0) return piece
  const behind = found
    .map(({ start, end }) => ({ start: Math.max(0, start - label.length), end: end - label.length }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const apart = behind.filter(({ start }, i) => behind.slice(0, i).every((other) => other.end <= start))
  return applyEdits(
    piece,
    'redaction',
    apart.map((range) => ({ ...range, replacement: redacted })),
  )
}
