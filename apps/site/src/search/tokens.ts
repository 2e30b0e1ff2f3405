/**
 * One or two neighbouring UTF-16 code units as a number: the first in the low half, the second or 0 in the high half.
 * Halves of a rare character outside the basic plane are units like any other; search compares units, too.
 */
export type Token = number

const known = new Uint8Array(0x10000)
const [isOther, isLetter, isDigit, isMark] = [1, 2, 3, 4]

/** What a code unit is: a letter, Han characters and halves of rare ones included, a digit, or a mark inside numbers. */
function kindOf(unit: number): number {
  const kind = known[unit] ?? 0
  if (kind !== 0) return kind
  const character = String.fromCharCode(unit)
  const found = /\d/.test(character)
    ? isDigit
    : /[\p{L}\p{N}\p{Cs}]/u.test(character)
      ? isLetter
      : /[.,%]/.test(character)
        ? isMark
        : isOther
  known[unit] = found
  return found
}

const isOfWord = (kind: number): boolean => kind === isLetter || kind === isDigit

/** Letters and digits pair with each other; a mark only with a digit, so that 98.6% is found by more than 98. */
const isPair = (a: number, b: number): boolean =>
  (isOfWord(a) && isOfWord(b)) || (a === isDigit && b === isMark) || (a === isMark && b === isDigit)

const toPair = (folded: string, at: number): Token => (folded.charCodeAt(at + 1) << 16) | folded.charCodeAt(at)

/** Visits the code units of a text: whether each is of a word, and pairs with the next one. */
function visitUnits(folded: string, visit: (at: number, isWord: boolean, pairs: boolean) => void): void {
  let kind = folded === '' ? isOther : kindOf(folded.charCodeAt(0))
  for (let at = 0; at < folded.length; at++) {
    const next = at + 1 < folded.length ? kindOf(folded.charCodeAt(at + 1)) : isOther
    visit(at, isOfWord(kind), isPair(kind, next))
    kind = next
  }
}

/**
 * Adds the tokens of folded text for the index: each letter and digit, and each pair of neighbours. No word list is
 * involved, so any part of a text is found, whatever its words.
 */
export function addIndexTokens(folded: string, tokens: Set<Token>): void {
  visitUnits(folded, (at, isWord, pairs) => {
    if (isWord) tokens.add(folded.charCodeAt(at))
    if (pairs) tokens.add(toPair(folded, at))
  })
}

/** Tokens that every text with this folded term holds; none for a term without letters and digits. */
export function toTermTokens(folded: string): readonly Token[] {
  const tokens = new Set<Token>()
  let isPaired = false
  visitUnits(folded, (at, isWord, pairs) => {
    if (pairs) tokens.add(toPair(folded, at))
    else if (isWord && !isPaired) tokens.add(folded.charCodeAt(at))
    isPaired = pairs
  })
  return [...tokens]
}

/** Whether a term is nothing but one token, so that the index alone tells which texts hold it. */
export const isOneToken = (folded: string, tokens: readonly Token[]): boolean =>
  tokens.length === 1 && folded.length === ((tokens[0] ?? 0) > 0xffff || (tokens[0] ?? 0) < 0 ? 2 : 1)

/**
 * At most `count` of the tokens, evenly spread. A text is looked at before it is shown, so fewer tokens cost
 * a look and not a hit.
 */
export function pickTokens(tokens: readonly Token[], count: number): readonly Token[] {
  if (tokens.length <= count) return tokens
  const step = (tokens.length - 1) / (count - 1)
  return Array.from({ length: count }, (_, i) => tokens[Math.round(i * step)] ?? 0)
}
