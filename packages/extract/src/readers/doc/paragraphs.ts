import { gap, trace } from '../../text/trace.ts'
import {
  type CharacterLook,
  outside,
  type ParagraphLook,
  plain,
  readCharacterLook,
  readParagraphLook,
} from './looks.ts'
import type { DocFile } from './open.ts'
import { readPieces } from './pieces.ts'
import { readCharacterRuns, readParagraphRuns } from './properties.ts'

/** A paragraph as it is shown, and what its mark says. */
export interface DocParagraph {
  readonly text: string
  readonly look: ParagraphLook
  /** It ends with the mark of a cell. */
  readonly isCellEnd: boolean
  /** Its mark was deleted. */
  readonly isDeleted: boolean
}

/** A character, how it looks, and the paragraph that a mark ends. */
interface Character {
  readonly text: string
  readonly look: CharacterLook
  readonly at: number
}

const fieldBegin = '\u0013'
const fieldMiddle = '\u0014'
const fieldEnd = '\u0015'
const cellEnd = '\u0007'
const picture = '\u0001'

/**
 * Paragraphs of the text as Word shows them: without what was deleted, is hidden or struck out, and of fields only the
 * results. A digit that is not shown or a picture leaves a sign, so that its cell is never taken for blank.
 */
export function readParagraphs(file: DocFile): readonly DocParagraph[] {
  const paragraphAt = readParagraphRuns(file, (list) => readParagraphLook(list, file.data), outside)
  const paragraphs: DocParagraph[] = []
  let text = ''
  for (const { text: sign, look, at } of readShown(file)) {
    const isMark = sign === '\r' || sign === cellEnd || sign === '\f'
    if (!isMark) text += textOf(sign, look)
    else if (sign !== '\r' || !look.isDeleted) {
      // A page that ends inside a paragraph has no properties of its own.
      const own = sign === '\f' ? outside : paragraphAt(at)
      paragraphs.push({ text, look: own, isCellEnd: sign === cellEnd, isDeleted: look.isDeleted })
      text = ''
    }
  }
  if (text !== '') paragraphs.push({ text, look: outside, isCellEnd: false, isDeleted: false })
  return paragraphs
}

function textOf(sign: string, { isDeleted, isHidden, isStruck, isSpecial }: CharacterLook): string {
  if (isDeleted || isHidden || isStruck) return /\d/.test(sign) ? gap : ''
  if (sign === '\v') return '\n'
  if (sign === '\u001e') return '-'
  if (sign === picture) return isSpecial ? trace : ''
  return sign < ' ' && sign !== '\t' ? '' : sign
}

/** Characters outside the instructions of fields. */
function readShown(file: DocFile): readonly Character[] {
  const characters = readCharacters(file)
  const ends = findFieldEnds(characters)
  const shown: Character[] = []
  /** For each open field, whether its result has begun. */
  const open: { readonly end: number; isResult: boolean }[] = []
  characters.forEach((one, i) => {
    const end = one.text === fieldBegin ? ends.get(i) : undefined
    if (end !== undefined) open.push({ end, isResult: false })
    const last = open.at(-1)
    if (one.text === fieldMiddle && last) last.isResult = true
    if (open.every(({ isResult }) => isResult)) shown.push(one)
    if (last?.end === i) open.pop()
  })
  return shown
}

/** Where fields end; one that never ends is none. */
function findFieldEnds(characters: readonly Character[]): ReadonlyMap<number, number> {
  const begins: number[] = []
  const ends = new Map<number, number>()
  characters.forEach(({ text }, i) => {
    if (text === fieldBegin) begins.push(i)
    const begin = text === fieldEnd ? begins.pop() : undefined
    if (begin !== undefined) ends.set(begin, i)
  })
  return ends
}

function readCharacters(file: DocFile): readonly Character[] {
  const lookAt = readCharacterRuns(file, (list) => readCharacterLook(list), plain)
  return readPieces(file).flatMap(({ text, at, width, properties }) =>
    Array.from({ length: text.length }, (_, i) => {
      const place = at + i * width
      const own = lookAt(place)
      return { text: text.charAt(i), at: place, look: properties ? readCharacterLook(properties, own) : own }
    }),
  )
}
