import { dropInstructions } from './fields.ts'
import { readNumerals } from './lists.ts'
import type { DocFile, Span } from './open.ts'
import { outside, type ParagraphLook } from './paragraph-looks.ts'
import { findTextBoxes, findTypedMarks, type TextBox } from './places.ts'
import { type DocRun, joinRuns, toPrinted, unstored } from './printed.ts'
import { type Stretch, toStretchReader } from './stretches.ts'

/** A paragraph as it is shown, and what its mark says. */
export interface DocParagraph {
  readonly runs: readonly DocRun[]
  readonly look: ParagraphLook
  /** It ends with the mark of a cell. */
  readonly isCellEnd: boolean
  /** Its mark was deleted, or its row is hidden. */
  readonly isDeleted: boolean
  /** Number of the first character behind it. */
  readonly end: number
}

const cellEnd = '\u0007'
const isMark = (sign: string): boolean => sign === '\r' || sign === '\f' || sign === cellEnd

/**
 * Paragraphs of the text as Word shows it: without what was deleted, of fields only the results, with the numerals of
 * lists. Text boxes follow the paragraph, or the table, at which they are anchored.
 */
export function readParagraphs(file: DocFile): readonly DocParagraph[] {
  const typedMarks = findTypedMarks(file)
  const read = toStretchReader(file, typedMarks)
  const readSpan = (span: Span) => toParagraphs(read(span), typedMarks)
  const paragraphs = placeBoxes(readSpan(file.text), findTextBoxes(file), readSpan)
  return writeNumerals(file, paragraphs)
}

function toParagraphs(all: readonly Stretch[], typedMarks: ReadonlySet<number>): readonly DocParagraph[] {
  const paragraphs: DocParagraph[] = []
  const runs: DocRun[] = []
  let from = 0
  const stretches = dropInstructions(all, (one) => ({ ...one, text: unstored }))
  for (const stretch of stretches) {
    const { text: sign, look, paragraph, place } = stretch
    const isEnd = isMark(sign)
    const printed = isEnd ? undefined : toPrinted(stretch, typedMarks)
    if (printed) runs.push(printed)
    if (!isEnd || (sign === '\r' && look.isDeleted)) continue
    // A page that ends inside a paragraph has no properties of its own.
    const own = sign === '\f' ? outside : paragraph
    const isDeleted = look.isDeleted || (own.isRowEnd && look.isHidden)
    const joined = joinRuns(runs.slice(from))
    paragraphs.push({ runs: joined, look: own, isCellEnd: sign === cellEnd, isDeleted, end: place + 1 })
    from = runs.length
  }
  const last = stretches.at(-1)
  const end = last ? last.place + last.text.length : 1
  const rest = joinRuns(runs.slice(from))
  if (rest.length > 0) paragraphs.push({ runs: rest, look: outside, isCellEnd: false, isDeleted: false, end })
  return paragraphs
}

/** Boxes stand behind the paragraph of their anchor, never inside of a table; those without an anchor come last. */
function placeBoxes(
  paragraphs: readonly DocParagraph[],
  boxes: readonly TextBox[],
  read: (span: Span) => readonly DocParagraph[],
): readonly DocParagraph[] {
  if (boxes.length === 0) return paragraphs
  const placed: DocParagraph[] = []
  let waiting = [...boxes]
  paragraphs.forEach((paragraph, i) => {
    placed.push(paragraph)
    const isInTable = paragraph.look.depth > 0 && (paragraphs[i + 1]?.look.depth ?? 0) > 0
    if (isInTable) return
    const isDue = ({ anchor }: TextBox) => anchor !== undefined && anchor < paragraph.end
    const due = waiting.filter(isDue)
    if (due.length === 0) return
    waiting = waiting.filter((box) => !isDue(box))
    placed.push(...due.flatMap(({ span }) => asOwn(read(span))))
  })
  return [...placed, ...waiting.flatMap(({ span }) => asOwn(read(span)))]
}

/** A line between a box and what stands around it, so that no table of the one goes on in the other. */
const asOwn = (paragraphs: readonly DocParagraph[]): readonly DocParagraph[] => {
  const empty = { runs: [], look: outside, isCellEnd: false, isDeleted: false, end: 0 }
  return [empty, ...paragraphs, empty]
}

/** Writes the numerals of lists at the head of their paragraphs. */
function writeNumerals(file: DocFile, paragraphs: readonly DocParagraph[]): readonly DocParagraph[] {
  if (paragraphs.every(({ look }) => look.list === 0)) return paragraphs
  const next = readNumerals(file)
  return paragraphs.map((paragraph) => {
    const { look, runs } = paragraph
    const isShown = runs.some(({ kind, text }) => kind !== 'hidden' && text.trim() !== '')
    if (look.list === 0 || look.isRowEnd || !isShown) return paragraph
    const text = next(String(look.list), look.level)
    return text === '' ? paragraph : { ...paragraph, runs: joinRuns([{ text, kind: 'shown' }, ...runs]) }
  })
}
