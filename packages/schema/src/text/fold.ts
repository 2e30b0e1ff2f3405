import { characterPairs, phrasePairs } from './script-table.ts'

const characters = new Map<string, string>()
for (let i = 0; i + 1 < characterPairs.length; i += 2) {
  characters.set(characterPairs.charAt(i), characterPairs.charAt(i + 1))
}
const phrases = new Map(phrasePairs.split('|').map((pair) => pair.split(' ') as [string, string]))
const traditional = new RegExp(`[${[...characters.keys()].join('')}]`)
const phrase = new RegExp([...phrases.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** Neutral syllables that a gloss prints without a tone mark. */
const neutral = 'de|le|ma|ne|ba|zi|tou|men|zhe|guo|bo|me|la|li|shang'

/**
 * A pinyin gloss directly after a Han character, e.g. `(hào)`.
 * A tone mark or a neutral syllable is required, so that "(app)" and "(a)" stay.
 */
export const glossPattern = new RegExp(
  `(?<=\\p{Script=Han})[(（](?:(?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}|(?:${neutral}))[)）]`,
  'gu',
)

/** Whether the text holds any character of traditional script. */
export function isTraditional(text: string): boolean {
  return traditional.test(text)
}

/**
 * Converts traditional to simplified script. Every replacement has the length of what it replaces,
 * so offsets stay valid; simplified text comes back unchanged.
 *
 * @see opencc-js, whose dictionaries the table is generated from
 */
export function toSimplified(text: string): string {
  if (!traditional.test(text)) return text
  const ready = text.replace(phrase, (found) => phrases.get(found) ?? found)
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const from = text.charAt(i)
    const done = ready.charAt(i)
    const to = done === from ? characters.get(from) : undefined
    out += to === undefined || isInPhrase(text, i) ? done : to
  }
  return out
}

/** Whether a phrase that keeps its characters covers this place (乾坤 stays 乾坤). */
function isInPhrase(text: string, index: number): boolean {
  for (let length = 2; length <= 4; length++) {
    for (let start = Math.max(0, index - length + 1); start <= index; start++) {
      const part = text.slice(start, start + length)
      if (part.length === length && phrases.get(part) === part) return true
    }
  }
  return false
}

/**
 * Folds text for comparison and search: NFKC, pinyin gloss dropped, simplified script,
 * lower case, no white space next to a Han character.
 */
export function fold(text: string): string {
  return toSimplified(text.normalize('NFKC').replace(glossPattern, ''))
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+(?=\p{Script=Han})|(?<=\p{Script=Han})[\s\u200b\ufeff]+/gu, '')
}
