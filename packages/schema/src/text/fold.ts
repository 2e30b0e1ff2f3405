import { characterPairs, phrasePairs } from './script-table.ts'

const characters = new Map<string, string>()
for (let i = 0; i + 1 < characterPairs.length; i += 2) {
  characters.set(characterPairs.charAt(i), characterPairs.charAt(i + 1))
}
const phrases = new Map(phrasePairs.split('|').map((pair) => pair.split(' ') as [string, string]))
/** Whether a UTF-16 code unit is a character of traditional script; a class of thousands is searched five times as long. */
const isOld = new Uint8Array(0x10000)
for (const from of characters.keys()) isOld[from.charCodeAt(0)] = 1
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
  for (let i = 0; i < text.length; i++) if (isOld[text.charCodeAt(i)] === 1) return true
  return false
}

/**
 * Converts traditional to simplified script. Every replacement has the length of what it replaces,
 * so offsets stay valid; simplified text comes back unchanged.
 *
 * @see opencc-js, whose dictionaries the table is generated from
 */
export function toSimplified(text: string): string {
  if (!isTraditional(text)) return text
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
 * Simplified script character by character, whatever stands around a character. What a part of a text folds to is
 * then part of what the whole folds to, without which a search would lose hits (乾 alone and in 乾坤).
 */
function toPlainScript(text: string): string {
  const ready = toSimplified(text)
  if (!isTraditional(ready)) return ready
  let out = ''
  for (let i = 0; i < ready.length; i++) out += characters.get(ready.charAt(i)) ?? ready.charAt(i)
  return out
}

/** Folded text, and where each of its UTF-16 code units comes from. */
export interface Folded {
  readonly text: string
  /** Offset in the original of what became this code unit. */
  readonly starts: readonly number[]
  /** Offset in the original after what became this code unit. */
  readonly ends: readonly number[]
}

interface Letters {
  text: string
  starts: number[]
  ends: number[]
}

/** Capitals and full-width forms whose folded form is one character at a fixed distance. */
const wide = /[A-Z\uff01-\uff5e]/g
/** Characters that compatibility normalisation and lower case leave alone. */
const settled = '[\\x20-\\x40\\x5b-\\x7e\\u3001-\\u3003\\u3005\\u3007-\\u3011\\u3014-\\u301b\\u4e00-\\u9fff“”‘’—]'
const joiner = '[\\p{M}\\u1160-\\u11ff\\uff9e\\uff9f]'
/** A run of settled characters, or one other character, each with its marks. */
const cluster = new RegExp(`(${settled}+)(?!${joiner})|[\\s\\S]${joiner}*`, 'gu')
/** White space, and marks that have no width. */
const gap = /[\s\u200b-\u200d\u2060\ufeff]+/gu
const han = /\p{Script=Han}/u
/** What a gloss looks like from its outside; looking behind every character for one would take most of the time. */
const bracketed = /[(（][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]/

/** What is left of a gap: nothing next to a Han character, else one space. */
function toSpace(found: string, index: number, text: string): string {
  const [before, after] = [
    text.slice(Math.max(0, index - 2), index),
    text.slice(index + found.length, index + found.length + 2),
  ]
  const isNextToHan = han.test([...before].at(-1) ?? '') || han.test([...after][0] ?? '')
  return isNextToHan || !/\s/.test(found) ? '' : ' '
}

const toNarrow = (text: string): string =>
  text.replace(wide, (c) => String.fromCharCode(c.charCodeAt(0) - (c > '\uff00' ? 0xfee0 : 0)).toLowerCase())

/** Compatibility forms and capitals, one character with its marks at a time. */
function toLetters(original: string): Letters {
  const letters: Letters = { text: '', starts: [], ends: [] }
  for (const { 0: from, 1: run, index } of toNarrow(original).matchAll(cluster)) {
    const to = run ?? from.normalize('NFKC').toLowerCase()
    letters.text += to
    for (let i = 0; i < to.length; i++) {
      letters.starts.push(run ? index + i : index)
      letters.ends.push(index + (run ? i + 1 : from.length))
    }
  }
  return letters
}

/** Folds text for comparison and search. @see foldWithPlaces */
export function fold(text: string): string {
  const letters = toNarrow(text).replace(cluster, (from, run?: string) => run ?? from.normalize('NFKC').toLowerCase())
  const plain = bracketed.test(letters) ? letters.replace(glossPattern, '') : letters
  return toPlainScript(plain.replace(gap, (found, index, whole) => toSpace(found, index, whole)))
}

type Replace = (found: string, index: number, text: string) => string

/** The letters with each match replaced by a shorter text, places kept in step. */
function shorten({ text, starts, ends }: Letters, pattern: RegExp, replace: Replace): Letters {
  const out: Letters = { text: '', starts: [], ends: [] }
  let from = 0
  const keep = (to: number) => {
    out.text += text.slice(from, to)
    for (let i = from; i < to; i++) {
      out.starts.push(starts[i] ?? 0)
      out.ends.push(ends[i] ?? 0)
    }
  }
  for (const { 0: found, index } of text.matchAll(pattern)) {
    keep(index)
    from = index + found.length
    const by = replace(found, index, text)
    out.text += by
    for (let i = 0; i < by.length; i++) {
      out.starts.push(starts[index] ?? 0)
      out.ends.push(ends[from - 1] ?? 0)
    }
  }
  if (from === 0) return { text, starts, ends }
  keep(text.length)
  return out
}

/**
 * Folds text for comparison and search, and says where each character comes from: NFKC, lower case, pinyin gloss
 * dropped, no white space next to a Han character and one space elsewhere, simplified script.
 */
export function foldWithPlaces(text: string): Folded {
  const letters = toLetters(text)
  const {
    text: narrow,
    starts,
    ends,
  } = shorten(
    shorten(letters, glossPattern, () => ''),
    gap,
    toSpace,
  )
  return { text: toPlainScript(narrow), starts, ends }
}
