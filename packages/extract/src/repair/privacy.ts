import { remember } from '../text/remember.ts'
import { type Folded, toFolded, toSourceRange } from './personal/folded.ts'
import { findNames, isRole } from './personal/names.ts'
import { findCalled, findNamesBesideNames, findNamesBesideNumbers } from './personal/names-beside-numbers.ts'
import { announcesAmount, announcesMoney, announcesNumber } from './personal/number-context.ts'
import { findNumbers } from './personal/numbers.ts'
import type { Range } from './personal/ranges.ts'
import { applyEdits, type Piece, toPiece } from './piece.ts'

/** What stands in place of personal data. */
export const redacted = '█'

/** A piece of text, and what it tells of what it holds and of the text behind it. */
export interface Told {
  readonly piece: Piece
  readonly folded: Folded
  /** The text as the search reads it; see `toFolded`. */
  readonly flat: string
  /** Whether nothing is printed in it. */
  readonly isEmpty: boolean
  /** What to read the text behind it with: a label that announces what that one holds, else nothing. */
  readonly label: string
  readonly announcesNumber: boolean
  readonly announcesMoney: boolean
  /** Whether it heads a list of those who hold an office in a group. */
  readonly namesGroup: boolean
  /** Whether it has too few digits for a personal number and no name, as most cells of the forms. */
  readonly isFigure: boolean
  /** Whether something is to hide in it, whatever stands in front. */
  readonly isPersonal: boolean
}

/** What a piece of text tells by itself. */
export function toTold(piece: Piece): Told {
  const folded = toFolded(piece.text)
  const flat = folded.text
  const isFigure = /^[\d,.\s]{0,4}$/.test(flat)
  return {
    piece,
    folded,
    flat,
    isEmpty: flat.trim() === '',
    label: isFigure ? '' : toLabel(flat),
    announcesNumber: !isFigure && announcesNumber(flat),
    announcesMoney: !isFigure && announcesMoney(flat),
    namesGroup: !isFigure && namesGroup(flat),
    isFigure,
    isPersonal: !isFigure && holdsPersonal(flat),
  }
}

/** Bodies whose members hold public office: their names stay. */
const group =
  /领导小组|工作小组|工作专班|专班|工作组|领导机构|领导班子|委员会成员|成员名单|组成人员|编委会|领导成员|领导分工/

const namesGroup = (flat: string): boolean => flat.length <= 60 && group.test(flat)

/** Finds what is to hide in a folded text; numbers first, for a name is told by the number beside it. */
type Find = (flat: string) => readonly Range[]

/** Names, and in a list of those who hold an office only those that a word for a contact person announces. */
const nameFinders = {
  usual: [findNamesBesideNumbers, findNames, findCalled, findNamesBesideNames],
  inGroup: [findNames, findCalled],
} as const

const holdsPersonal = (flat: string): boolean =>
  findNumbers(flat).length > 0 || nameFinders.usual.some((find) => find(flat).length > 0)
/** The same of a short text and the label in front of it. */
const holdsBehind = remember(holdsPersonal)
/** What a line in front tells. */
const tellBefore = remember((text) => toTold(toPiece(text)))

/** Longest text that any of the tests below takes for a label. */
const longestLabel = 40

/**
 * Hides numbers, addresses and ids of persons and the names of contact persons and applicants. Office telephones and
 * postal addresses of offices stay.
 *
 * @param before the line in front, which may announce what this one holds
 */
export function redact(told: Told, before = ''): Piece {
  const label = before === '' || before.length > longestLabel ? '' : tellBefore(before).label
  return hideNames(hideNumbers(told, label), label, 'usual')
}

/** Hides personal data in a text that is no part of a document's lines, such as a file name; nothing is logged. */
export const toRedacted = (text: string): string => redact(toTold(toPiece(text))).text

/** Hides the numbers of a text, read behind its label. */
export function hideNumbers(told: Told, label: string): Told {
  if (!mayHold(told, label)) return told
  const piece = hide(told.piece, told.folded, label, findNumbers)
  return piece === told.piece ? told : { ...toTold(piece), isPersonal: true }
}

/** Hides the names of a text whose numbers are hidden, read behind its label. */
export function hideNames(told: Told, label: string, where: keyof typeof nameFinders): Piece {
  if (!mayHold(told, label)) return told.piece
  return nameFinders[where].reduce((piece, find) => {
    const folded = piece === told.piece ? told.folded : toFolded(piece.text)
    return hide(piece, folded, label, find)
  }, told.piece)
}

const mayHold = ({ flat, isFigure, isPersonal }: Told, label: string): boolean =>
  isPersonal || (label !== '' && !isFigure && holdsBehind(label + flat))

/** A character that every word for a person or a number has one of. */
const wording = /[\p{Script=Han}a-z¥$]/iu

/** The text in front, when it is a label and no more: the word for a contact person, or for a kind of number. */
function toLabel(flat: string): string {
  const text = flat.trim()
  if (text.length > longestLabel || !wording.test(text)) return ''
  if (announcesAmount(text)) return `${text} `
  const isLabel =
    isRole(text) ||
    announcesNumber(text) ||
    /^(?:q\s?q|[微V]\s*信|(?:家庭)?住址|护照|统一社会信用代码|(?:电子)?邮[箱件]|e-?mail)(?:群|号码?)?:?$/i.test(text)
  return isLabel && !/\d/.test(text) ? `${text.replace(/:$/, '')}:` : ''
}

function hide(piece: Piece, folded: Folded, label: string, find: Find): Piece {
  const found = find(label + folded.text)
  if (found.length === 0) return piece
  const behind = found
    .map(({ start, end }) => ({ start: Math.max(0, start - label.length), end: end - label.length }))
    .filter(({ start, end }) => end > start)
  return hideRanges(piece, folded, behind)
}

/** Hides ranges of the folded text; those that overlap are hidden as one. */
export function hideRanges(piece: Piece, folded: Folded, ranges: readonly Range[]): Piece {
  const ordered = ranges
    .map(({ start, end }) => toSourceRange(folded, start, end))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: Range[] = []
  for (const range of ordered) {
    const last = joined.at(-1)
    if (last && range.start < last.end) joined.splice(-1, 1, { start: last.start, end: Math.max(last.end, range.end) })
    else joined.push(range)
  }
  return applyEdits(
    piece,
    'redaction',
    joined.map((range) => ({ ...range, replacement: redacted })),
  )
}

/** Hides a text as a whole. */
export const hideWhole = (piece: Piece): Piece =>
  applyEdits(piece, 'redaction', [{ start: 0, end: piece.text.length, replacement: redacted }])
