import { findNames, isBareName, isNameHeading, isRole } from './personal/names.ts'
import { announcesAmount, announcesNumber, findNumbers, isPersonalNumber, type Range } from './personal/numbers.ts'
import { applyEdits, type Piece, toPiece } from './piece.ts'

/** What stands in place of personal data. */
export const redacted = '█'

/**
 * Hides mobile numbers, mail addresses, QQ and WeChat ids, identity numbers and the names of contact persons. Office
 * telephones and postal addresses stay.
 *
 * @param before the cell or line in front, which may announce what this one holds
 */
export function redact(piece: Piece, before = ''): Piece {
  if (shortNumber.test(piece.text) && !(endsInDigit.test(before) && wording.test(before))) return piece
  const label = toLabel(before)
  const flat = flatten(piece.text)
  const hidden = hide(piece, flat, label, findNumbers)
  return hide(hidden, hidden === piece ? flat : flatten(hidden.text), label, findNames)
}

/** Most cells of the forms: too few digits for a personal number, and no name. */
const shortNumber = /^[\d,.\s]{0,4}$/
/** Digits that may go on in the text behind them. */
const endsInDigit = /[\d０-９]\s*$/

/** Hides personal data in a text that is no part of a document's lines, such as a file name; nothing is logged. */
export const toRedacted = (text: string): string => redact(toPiece(text, 0)).text

/** Columns of a table that hold names or personal numbers, by the row that heads them. */
export type PersonalColumns = ReadonlySet<number>

/** Columns of names under a row that also heads a column of telephone numbers; undefined when the row heads none. */
export function findPersonalColumns(cells: readonly string[]): PersonalColumns | undefined {
  const flat = cells.map(flatten)
  if (!flat.some(announcesNumber)) return undefined
  const names = flat.flatMap((text, at) => (isNameHeading(text) ? [at] : []))
  // A word beside its value heads no column: 联系人 | 张三 | 电话 | …
  return names.length > 0 && flat.every((text) => !/\d{3}/.test(text) && !isNamed(text)) ? new Set(names) : undefined
}

const isNamed = (text: string): boolean =>
  isBareName(text) && !isNameHeading(text) && !announcesNumber(text) && text.trim().length > 2

/** Hides personal data in the cells of a row: beside the cell that announces it, below its heading, or cut over cells. */
export function redactRow(pieces: readonly Piece[], columns: PersonalColumns | undefined): readonly Piece[] {
  const flat = pieces.map((piece) => flatten(piece.text))
  const cut = findCutNumbers(flat)
  const label = pieces.find((_, at) => announcesAmount(flat[at] ?? ''))
  return pieces.map((piece, at) => {
    const isName = columns?.has(at) && isBareName(flat[at] ?? '')
    if (cut.has(at) || isName) return hideWhole(piece)
    return redact(piece, (at > 0 ? (label ?? pieces[at - 1]) : undefined)?.text)
  })
}

/** Cells whose digits together are one number, behind a cell that announces it. */
function findCutNumbers(flat: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  const from = flat.findIndex(announcesNumber) + 1
  for (let start = from; from > 0 && start < flat.length; start++) {
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
const flatten = (text: string): string =>
  uneven.test(text)
    ? text
        .replace(/[\uff01-\uff5e]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
        .replace(/[\u00a0\u2000-\u200a\u3000]/g, ' ')
        .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
    : text

/** What flattening changes; most texts of a report have none of it. */
const uneven = /[\u00a0\u2000-\u200a\u2010-\u2015\u2212\u3000\ufe58\ufe63\uff01-\uff5e]/

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
