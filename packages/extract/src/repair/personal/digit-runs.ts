import { findAll } from '../../text/find-all.ts'
/** Digits side by side, from `start` up to `end`. */
export interface Group {
  readonly start: number
  readonly end: number
  readonly digits: string
}

/** Groups of digits with nothing but signs and spaces between them. */
export interface Run {
  readonly groups: readonly Group[]
  /** What stands before each group but the first. */
  readonly gaps: readonly string[]
  /** The text it stands in, its letters and numerals read as digits; places are those of the text. */
  readonly view: string
}

const chinese = new Map<string, string>()
for (const [value, written] of [
  '零〇○',
  '一壹幺弌',
  '二贰貳',
  '三叁參',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
].entries())
  for (const character of written) chinese.set(character, String(value))
const numerals = [...chinese.keys()].join('')
const lookalikes: ReadonlyMap<string, string> = new Map([
  ...[...'OoОоΟο○〇'].map((letter) => [letter, '0'] as const),
  ...[...'lIі丨'].map((letter) => [letter, '1'] as const),
])
const letters = [...lookalikes.keys()].join('')

const inChinese = new RegExp(`[\\d${numerals}](?:[ \\-._·]{0,2}[\\d${numerals}]){6,40}`, 'g')
const inLetters = new RegExp(`(?<![A-Za-z])[\\d${letters}](?:[ \\-._·]{0,2}[\\d${letters}]){6,40}(?![A-Za-z])`, 'g')

const readAs = (text: string, stretch: RegExp, digits: ReadonlyMap<string, string>): string =>
  text.replace(stretch, (found) => [...found].map((one) => digits.get(one) ?? one).join(''))

/** A text, and the same with Chinese numerals and with letters that look like digits read as digits, where they differ. */
function toViews(text: string): readonly string[] {
  const views = new Set([text])
  const spelt = readAs(text, inChinese, chinese)
  views.add(spelt)
  // Three digits at least: O and l alone are letters.
  views.add(readAs(spelt, inLetters, lookalikes))
  return [...views]
}

/** A sign that may stand inside a number; what opens a sentence, a title or an amount does not. */
const run = /\d+(?:[^\p{L}\p{N}\p{Sc}《》“”"%‰@█]{1,8}\d+)*/gu

/** All runs of digits of a folded text with at least `fewest` digits. */
export function findRuns(text: string, fewest: number): readonly Run[] {
  return toViews(text).flatMap((view) =>
    findAll(view, run).flatMap((match) => {
      if (match[0].length < fewest) return []
      const groups = [...match[0].matchAll(/\d+/g)].map((group) => {
        const start = match.index + group.index
        return { start, end: start + group[0].length, digits: group[0] }
      })
      const gaps = groups.slice(1).map((group, i) => view.slice(groups[i]?.end, group.start))
      return [{ groups, gaps, view }]
    }),
  )
}

const like = `[\\d${numerals}${letters}]`
/** Seven digits at least, whatever writes them: most texts have not so many side by side. */
export const manyDigits = new RegExp(`${like}(?:[^\\p{L}\\p{N}]{0,8}${like}){6}`, 'u')
