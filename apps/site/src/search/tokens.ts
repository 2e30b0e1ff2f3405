/**
 * One or two neighbouring UTF-16 code units as a number: the first in the low half, the second or 0 in the high half.
 * Halves of a rare character outside the basic plane are units like any other; search compares units, too.
 */
export type Token = number

const known = new Uint8Array(0x10000)
const [isOther, isLetterOrDigit] = [1, 2]

/** Whether a code unit is of a word: a letter, Han characters included, a digit, or half of a character. */
function isOfWord(unit: number): boolean {
  if (known[unit] === 0) {
    known[unit] = /[\p{L}\p{N}\p{Cs}]/u.test(String.fromCharCode(unit)) ? isLetterOrDigit : isOther
  }
  return known[unit] === isLetterOrDigit
}

/** Visits runs of letters and digits as spans of the text. */
function visitRuns(folded: string, visit: (start: number, end: number) => void): void {
  let start = -1
  for (let i = 0; i <= folded.length; i++) {
    const isIn = i < folded.length && isOfWord(folded.charCodeAt(i))
    if (isIn && start < 0) start = i
    if (isIn || start < 0) continue
    visit(start, i)
    start = -1
  }
}

const toPair = (folded: string, at: number): Token => (folded.charCodeAt(at + 1) << 16) | folded.charCodeAt(at)

/**
 * Adds the tokens of folded text for the index: each letter and digit, and each pair of neighbours. No word list is
 * involved, so any part of a text is found, whatever its words.
 */
export function addIndexTokens(folded: string, tokens: Set<Token>): void {
  visitRuns(folded, (start, end) => {
    for (let i = start; i < end; i++) {
      tokens.add(folded.charCodeAt(i))
      if (i + 1 < end) tokens.add(toPair(folded, i))
    }
  })
}

/** Tokens that every text with this folded term holds; none for a term without letters and digits. */
export function toTermTokens(folded: string): readonly Token[] {
  const tokens = new Set<Token>()
  visitRuns(folded, (start, end) => {
    if (end - start === 1) tokens.add(folded.charCodeAt(start))
    for (let i = start; i + 1 < end; i++) tokens.add(toPair(folded, i))
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
