/** A text as the search for personal data reads it, and where each of its characters stands. */
export interface Folded {
  readonly text: string
  /** Where each character of `text` stands in the source, and behind the last one its length; undefined: where it stood. */
  readonly at: readonly number[] | undefined
}

/** What folding may change: most texts have none of it. */
const uneven = /[^\n -~\u4e00-\u9fff\u3001\u3002\u3008-\u3011\u3014\u3015\u201c\u201d\u2018\u2019\u2026\u00b7█]/

/** Marks over and around characters, and characters that show nothing. */
const unseen = /[\p{M}\p{Cf}\p{Cc}\u115f\u1160\u2800\u3164\uffa0]/gu
const dashes = /[\u2010-\u2015\u2212\u2043\u2500\u2501\ufe58\ufe63~〜～—]/g

/** First and last of each run of digits in circles that compatibility leaves as they are, and the value of the first. */
const circled: readonly (readonly [number, number, number])[] = [
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x1f10b, 0x1f10c, 0],
]

/**
 * Reads full-width, enclosed, raised and foreign digits and letters as ordinary ones, dashes and spaces as one kind,
 * and passes over what shows nothing: `１３８`, `①③⑧`, `1\u200b38` and `1\ufe0f38` are `138`.
 */
export function toFolded(source: string): Folded {
  const plain = toPlain(source)
  if (!uneven.test(plain)) return { text: plain, at: undefined }
  const at: number[] = []
  let text = ''
  let place = 0
  for (const character of source) {
    const folded = foldOne(character)
    for (let i = 0; i < folded.length; i++) at.push(place)
    text += folded
    place += character.length
  }
  at.push(place)
  return { text, at }
}

/** Signs of Chinese sentences, of which every text has some, and what they are folded to: one sign each. */
const usual = [...'，：；（）！？％\u3000'].map((sign) => [sign, sign.normalize('NFKC')] as const)
const usualSign = new RegExp(`[${usual.map(([sign]) => sign).join('')}]`)

function toPlain(source: string): string {
  if (!usualSign.test(source)) return source
  let text = source
  for (const [sign, folded] of usual) text = text.replaceAll(sign, folded)
  return text
}

const known = new Map<string, string>()

function foldOne(character: string): string {
  if (!uneven.test(character)) return character
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = /\s/.test(character) ? ' ' : toOrdinary(character)
  known.set(character, folded)
  return folded
}

function toOrdinary(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const circle = circled.find(([first, last]) => code >= first && code <= last)
  if (circle) return String(code - circle[0] + circle[2])
  return character
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(dashes, '-')
    .replace(/\s/g, ' ')
    .replace(/\p{Nd}/gu, toDigit)
}

/** Digits of every script stand in tens, and a ten begins at …0 or at …6. */
function toDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const low = code % 16
  return String(/\p{Nd}/u.test(String.fromCodePoint(code - low)) ? low : low - 6)
}

/** A range of the folded text as one of its source, with what shows nothing behind its last character. */
export const toSourceRange = ({ at }: Folded, start: number, end: number) => ({
  start: at?.[start] ?? start,
  end: at?.[end] ?? end,
})
