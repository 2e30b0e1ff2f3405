import { Element, Text } from 'domhandler'
import { childOf, elementsOf } from '../html/tree.ts'

/** A run of text without any look. */
export const toRun = (text: string): Element => new Element('w:r', {}, [toText(text)])

export const toText = (text: string): Element => new Element('w:t', {}, [new Text(text)])

const plainParts: ReadonlySet<string> = new Set(['m:oMath', 'm:r', 'm:t', 'm:box', 'm:e'])
const looksOfParts = /Pr$/

/** Whether a formula has no fractions, powers or the like: what it prints is its text. */
export const isPlainFormula = (formula: Element): boolean =>
  elementsOf(formula).every(
    (part) => looksOfParts.test(part.name) || (plainParts.has(part.name) && isPlainFormula(part)),
  )

/** Text of a plain formula. */
export const textOfFormula = (formula: Element): string =>
  elementsOf(formula)
    .filter(({ name }) => !looksOfParts.test(name))
    .map((part) =>
      part.name === 'm:t' ? part.children.map((one) => ('data' in one ? one.data : '')).join('') : textOfFormula(part),
    )
    .join('')

/** Fonts whose characters are pictures. */
const pictures = /wingdings|webdings|dingbats|marlett|mt extra/i

/** The character that a symbol prints, where its font has letters and digits; such fonts lie at U+F000 and above. */
export function showSymbol({ attribs }: Element): string | undefined {
  const code = Number.parseInt(attribs['w:char'] ?? '', 16)
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  return pictures.test(attribs['w:font'] ?? '') || !(plain >= 0x20 && plain <= 0x7e)
    ? undefined
    : String.fromCharCode(plain)
}

/** The entry that a list of a form shows, which is no text of the document. */
export function showDropDown(field: Element): string | undefined {
  const data = childOf(field, 'w:ffData')
  const list = data && childOf(data, 'w:ddList')
  if (!list) return undefined
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry')
  const chosen = childOf(list, 'w:result') ?? childOf(list, 'w:default')
  return entries[Number(chosen?.attribs['w:val'] ?? 0)]?.attribs['w:val']
}
