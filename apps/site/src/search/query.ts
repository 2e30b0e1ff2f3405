import { fold } from '@gongkai/schema/browser'

/** One thing that a report must hold, or must not. */
export interface Term {
  /** Folded; holds at least one letter or digit. */
  readonly text: string
  readonly isWanted: boolean
  /** Written in quotes: looked for as it stands and not as the short form of a name. */
  readonly isPhrase: boolean
}

const quoted = /([-－−–]?)(?:"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』|＂([^＂]*)＂)/gu
const hasLetter = /[\p{L}\p{N}]/u
const isOneHan = /^\p{Script=Han}$/u

function toTerm(written: string, isWanted: boolean, isPhrase: boolean): readonly Term[] {
  const text = fold(written).trim()
  return hasLetter.test(text) ? [{ text, isWanted, isPhrase }] : []
}

/** Words, those of one Han character joined to their like: 行 政 复 议 is 行政复议 with wide spacing. */
function toWords(text: string): readonly string[] {
  const words: string[] = []
  let isOpen = false
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const isOne = isOneHan.test(word)
    if (isOne && isOpen) words.push(`${words.pop()}${word}`)
    else words.push(word)
    isOpen = isOne
  }
  return words
}

function readWords(text: string): readonly Term[] {
  return toWords(text).flatMap((word) => {
    const [, sign = '', rest = ''] = /^([-－−–]?)(.*)$/su.exec(word) ?? []
    return toTerm(rest, sign === '', false)
  })
}

/**
 * Reads what a reader typed: a space means and, quotes hold a phrase together, a minus before a word means not.
 * A part without a letter or digit asks for nothing. The same term twice counts once.
 */
export function readQuery(query: string): readonly Term[] {
  const terms: Term[] = []
  let from = 0
  for (const match of query.matchAll(quoted)) {
    terms.push(...readWords(query.slice(from, match.index)))
    terms.push(...toTerm(match.slice(2).find((part) => part !== undefined) ?? '', match[1] === '', true))
    from = match.index + match[0].length
  }
  terms.push(...readWords(query.slice(from)))
  return [...new Map(terms.map((term) => [`${term.isWanted} ${term.isPhrase} ${term.text}`, term])).values()]
}
