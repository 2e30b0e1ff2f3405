/** A run of letters and digits; Han characters are letters. */
const runs = /[\p{L}\p{N}]+/gu

/** Pairs of neighbouring characters of a run; the character itself where it stands alone. */
function toPairs(run: string): readonly string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

/**
 * Tokens of folded text for the index: each letter and digit, and each pair of neighbours. No word list is
 * involved, so any part of a text is found, whatever its words.
 */
export function toIndexTokens(folded: string): ReadonlySet<string> {
  const tokens = new Set<string>()
  for (const [run] of folded.matchAll(runs)) {
    for (const character of run) tokens.add(character)
    for (const pair of toPairs(run)) tokens.add(pair)
  }
  return tokens
}

/** Tokens that every text with this folded term holds; none for a term without letters and digits. */
export function toTermTokens(folded: string): readonly string[] {
  return [...new Set([...folded.matchAll(runs)].flatMap(([run]) => toPairs(run)))]
}

/**
 * At most `count` of the tokens, evenly spread. A text is looked at before it is shown, so fewer tokens cost
 * a look and not a hit.
 */
export function pickTokens(tokens: readonly string[], count: number): readonly string[] {
  if (tokens.length <= count) return tokens
  const step = (tokens.length - 1) / (count - 1)
  return Array.from({ length: count }, (_, i) => tokens[Math.round(i * step)] ?? '')
}
