import { type CharacterLook, plain, readCharacterLook } from './looks.ts'
import type { DocFile, Span } from './open.ts'
import { outside, type ParagraphLook, readParagraphLook } from './paragraph-looks.ts'
import { type Piece, readPieces } from './pieces.ts'
import { readCharacterRuns, readParagraphRuns } from './properties.ts'
import { readStyles } from './styles.ts'

/** Characters of one paragraph that look alike. A sign that may be no letter of the text stands by itself. */
export interface Stretch {
  readonly text: string
  /** Number of its first character in the document. */
  readonly place: number
  readonly look: CharacterLook
  readonly paragraph: ParagraphLook
}

/**
 * Gives a part of the text, all its styles and properties applied.
 *
 * @param alone characters that stand by themselves, whatever they are
 */
export function toStretchReader(file: DocFile, alone: ReadonlySet<number>): (span: Span) => readonly Stretch[] {
  const styles = readStyles(file)
  const listAt = readCharacterRuns(file, (list) => list, undefined)
  const paragraphAt = readParagraphRuns(
    file,
    (list, style) => readParagraphLook(list, file.data, styles.paragraphs(style)),
    outside,
  )
  const lookOf = rememberPairs((list: ReturnType<typeof listAt>['properties'], style: number) => {
    const own = styles.characters(style)
    return list ? readCharacterLook(list, own, { style: own, styleLook: styles.characters }) : own
  })
  const readPiece = (piece: Piece): readonly Stretch[] => {
    const { text, at, width, properties } = piece
    const isAlone = (i: number) => isSign(text.charCodeAt(i)) || alone.has(piece.from + i)
    const stretches: Stretch[] = []
    for (let from = 0, to = 0; from < text.length; from = to) {
      const byte = at + from * width
      const paragraph = paragraphAt(byte)
      const list = listAt(byte)
      const own = lookOf(list.properties, paragraph.properties.style)
      const look = properties ? readCharacterLook(properties, own, { style: plain }) : own
      const most = Math.ceil((Math.min(paragraph.to, list.to) - byte) / width)
      const end = Math.min(from + most, text.length)
      to = from + 1
      if (look.symbol === undefined && !isAlone(from)) while (to < end && !isAlone(to)) to++
      stretches.push({ text: text.slice(from, to), place: piece.from + from, look, paragraph: paragraph.properties })
    }
    return stretches
  }
  return (span) => readPieces(file, span).flatMap(readPiece)
}

/** Whether a character steers the text, stands for something else, or is not printed. */
const isSign = (code: number): boolean =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) || code === softHyphen || code === replacedObject

const softHyphen = 0xad
const replacedObject = 0xfffc

/** A function of two values that is asked for the same ones again and again. */
function rememberPairs<A, B, T>(make: (a: A, b: B) => T): (a: A, b: B) => T {
  const made = new Map<A, Map<B, T>>()
  return (a, b) => {
    const row = made.get(a) ?? new Map<B, T>()
    const known = row.get(b)
    if (known !== undefined) return known
    const one = make(a, b)
    made.set(a, row.set(b, one))
    return one
  }
}
