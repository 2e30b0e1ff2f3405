import { type CharacterLook, plain, readCharacterLook } from './looks.ts'
import type { DocFile, Span } from './open.ts'
import { outside, type ParagraphLook, readParagraphLook } from './paragraph-looks.ts'
import { readPieces } from './pieces.ts'
import { readCharacterRuns, readParagraphRuns } from './properties.ts'
import { readStyles } from './styles.ts'

/** A character, how it looks, and the paragraph it belongs to. */
export interface Character {
  readonly text: string
  /** Its number in the document. */
  readonly place: number
  readonly look: CharacterLook
  readonly paragraph: ParagraphLook
}

/** Gives the characters of a part of the text, all its styles and properties applied. */
export function toCharacterReader(file: DocFile): (span: Span) => readonly Character[] {
  const styles = readStyles(file)
  const listAt = readCharacterRuns(file, (list) => list, undefined)
  const paragraphAt = readParagraphRuns(
    file,
    (list, style) => readParagraphLook(list, file.data, styles.paragraphs(style)),
    outside,
  )
  const lookOf = rememberPairs((list: ReturnType<typeof listAt>, style: number) => {
    const own = styles.characters(style)
    return list ? readCharacterLook(list, own, { style: own, styleLook: styles.characters }) : own
  })
  return (span) =>
    readPieces(file, span).flatMap(({ text, from, at, width, properties }) =>
      Array.from({ length: text.length }, (_, i) => {
        const paragraph = paragraphAt(at + i * width)
        const own = lookOf(listAt(at + i * width), paragraph.style)
        const look = properties ? readCharacterLook(properties, own, { style: plain }) : own
        return { text: text.charAt(i), place: from + i, look, paragraph }
      }),
    )
}

/** A function of two values that is asked for the same ones again and again. */
function rememberPairs<A, B, T>(make: (a: A, b: B) => T): (a: A, b: B) => T {
  const made = new Map<A, Map<B, T>>()
  return (a, b) => {
    const row = made.get(a) ?? new Map<B, T>()
    made.set(a, row)
    const known = row.get(b)
    if (known !== undefined) return known
    const one = make(a, b)
    row.set(b, one)
    return one
  }
}
