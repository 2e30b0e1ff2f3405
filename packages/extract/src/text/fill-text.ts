import { fillPlace, type Label, placePattern } from '@gongkai/schema'

/** A text of both languages cut at the names in braces: every second piece is a name. */
export type Text = Readonly<Record<keyof Label, readonly string[]>>

/** Texts are literals, so each is cut once. */
const cuts = new Map<string, readonly string[]>()

function cut(text: string): readonly string[] {
  const known = cuts.get(text)
  if (known !== undefined) return known
  const pieces = text.split(placePattern)
  cuts.set(text, pieces)
  return pieces
}

/** Cuts a text at its names. */
export const toText = ({ zh, en }: Label): Text => ({ zh: cut(zh), en: cut(en) })

/**
 * Fills the names in braces of a text in both languages; a value is the same in both, or has words for each.
 *
 * @example fill({ zh: '{count} 行', en: '{count} {count:row|rows}' }, { count: 1 }).en // '1 row'
 */
export const fill = (text: Label, values: Values): Label => fillText(toText(text), values)

type Values = Readonly<Record<string, string | number | Label>>

/** Fills a text that is cut already. */
export const fillText = (text: Text, values: Values): Label => ({
  zh: fillIn('zh', text, values),
  en: fillIn('en', text, values),
})

function fillIn(language: keyof Label, text: Text, values: Values): string {
  let filled = ''
  let isName = false
  for (const piece of text[language]) {
    const value = isName ? fillPlace(piece, values) : piece
    if (value === undefined)
      throw new RangeError(`Cannot fill "${text[language].join(' ')}": nothing is given for "${piece}"`)
    filled += typeof value === 'object' ? value[language] : value
    isName = !isName
  }
  return filled
}

/** Joins texts in both languages. */
export const join = (parts: readonly Label[], zh: string, en: string): Label => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
})
