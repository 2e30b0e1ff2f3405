import type { Bytes } from './bytes.ts'
import { type CharacterLook, plain, readCharacterLook } from './looks.ts'
import type { DocFile } from './open.ts'
import { outside, type ParagraphLook, readParagraphLook } from './paragraph-looks.ts'

/** What the styles of a document lend to its text. */
export interface Styles {
  /** Look of the characters of a style. */
  readonly characters: (style: number) => CharacterLook
  /** Look of the paragraphs of a style. */
  readonly paragraphs: (style: number) => ParagraphLook
}

/** A style as it is stored: the lists of its own properties, and the style it is based on. */
interface Style {
  readonly base: number
  readonly paragraph: Bytes | undefined
  readonly character: Bytes | undefined
}

const tableOfStyles = 1
/** Styles that are based on each other, at most; Word allows eleven. */
const deepest = 20
const noStyle = 0xfff

/**
 * Reads the style sheet. A document without one, or with a damaged one, has styles that say nothing.
 *
 * @see [MS-DOC] 2.9.271, STSH
 */
export function readStyles(file: DocFile): Styles {
  const { at, length } = file.part(tableOfStyles)
  const styles = length === 0 ? [] : readSheet(file.table.slice(at, at + length))
  const chainOf = (style: number): readonly Style[] => {
    const chain: Style[] = []
    for (let at = style; at !== noStyle && chain.length < deepest; ) {
      const found = styles[at]
      if (!found) break
      chain.unshift(found)
      at = found.base
    }
    return chain
  }
  return {
    characters: remember((style) => {
      let look = plain
      for (const { character } of chainOf(style)) {
        if (character) look = readCharacterLook(character, look, { style: look })
      }
      return look
    }),
    paragraphs: remember((style) => {
      let look: ParagraphLook = { ...outside, style }
      for (const { paragraph } of chainOf(style)) {
        if (paragraph) look = { ...readParagraphLook(paragraph, file.data, look), style }
      }
      return look
    }),
  }
}

function remember<T>(make: (style: number) => T): (style: number) => T {
  const made = new Map<number, T>()
  return (style) => {
    const known = made.get(style)
    if (known !== undefined) return known
    const one = make(style)
    made.set(style, one)
    return one
  }
}

function readSheet(sheet: Bytes): readonly (Style | undefined)[] {
  if (sheet.length < 6) return []
  const head = sheet.short(0)
  const [count, baseSize] = [sheet.short(2), sheet.short(4)]
  const styles: (Style | undefined)[] = []
  let at = 2 + head
  while (styles.length < count && at + 2 <= sheet.length) {
    const size = sheet.short(at)
    const end = Math.min(at + 2 + size, sheet.length)
    styles.push(size === 0 ? undefined : readStyle(sheet.slice(at + 2, end), baseSize))
    at = end + (size % 2)
  }
  return styles
}

const paragraphStyle = 1
const characterStyle = 2

/** A style: its numbers, its name, and lists of properties that each begin at an even place. */
function readStyle(style: Bytes, baseSize: number): Style | undefined {
  if (style.length < baseSize + 2 || baseSize < 6) return undefined
  const [kind, base] = [style.short(2) & 0xf, style.short(2) >> 4]
  const count = style.short(4) & 0xf
  const nameEnd = baseSize + 2 + 2 * style.short(baseSize) + 2
  const lists: Bytes[] = []
  for (let at = nameEnd; lists.length < count && at + 2 <= style.length; ) {
    const end = Math.min(at + 2 + style.short(at), style.length)
    lists.push(style.slice(at + 2, end))
    at = end + (end % 2)
  }
  if (kind === characterStyle) return { base, paragraph: undefined, character: lists[0] }
  if (kind !== paragraphStyle) return { base, paragraph: undefined, character: undefined }
  const [paragraph, character] = lists
  return {
    base,
    paragraph: paragraph && paragraph.length > 2 ? paragraph.slice(2, paragraph.length) : undefined,
    character,
  }
}
