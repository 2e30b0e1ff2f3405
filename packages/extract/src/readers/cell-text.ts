import { gap, trace } from '../text/trace.ts'

/** Ends a line or paragraph inside a cell; other white space of a source says nothing. */
export const lineEnd = '\v'

/** A number, however it is written: what a trace is left for. */
export const numeral = /[\p{N}零〇一二三四五六七八九十]/u

/** A mark of a footnote, as it is raised: beside a number it would read as a digit. */
const noteMark = /^[[(（〔]?\s*(?:注?\s*\d{0,2}|[①-⑳*＊])\s*[\])）〕]?$/
/** Characters of the longest mark. */
const longestMark = 20

/** Whether a raised text is the mark of a footnote. @example `[1]`, `注2`, `*`, nothing */
export const isNoteMark = (text: string): boolean => text.length <= longestMark && noteMark.test(text)

/** Text outside tables and words inside them say what they say without what was taken out. */
export const withoutTraces = (text: string): string => text.replace(/[\ufff9\ufffc]/g, '')

/** What a cell says, and whether a part of it was left out that may have been a value. */
export interface SettledText {
  readonly text: string
  readonly isPartial: boolean
}

/**
 * Text of a cell after something was taken out of it. A cell that is empty now keeps a trace. Traces among words mean
 * nothing; a number keeps those of what is seen beside it.
 *
 * @example `84⟨gap⟩48` → `48` and partial; `⟨gap⟩` → a trace
 */
export function settleText(text: string): SettledText {
  if (!/[\ufff9\ufffc]/.test(text)) return { text: toCellText(text), isPartial: false }
  const shown = text.replaceAll(gap, '')
  const isPartial = shown !== text && shown.trim() !== ''
  if (shown !== text && !isPartial) return { text: trace, isPartial }
  const settled = toCellText(shown)
  const bare = withoutTraces(settled)
  const isWords = /\p{Script=Han}{3}/u.test(bare) || (/\p{L}/u.test(bare) && !/\p{N}/u.test(bare))
  if (isWords) return { text: bare === settled ? settled : bare.trim(), isPartial: false }
  return { text: settled, isPartial }
}

/**
 * Text of a cell on one line. Digits on two lines of a cell stay two numbers: between them stand two spaces, which no
 * number has inside.
 */
export function toCellText(text: string): string {
  const bare = text.trim()
  if (!/\s/.test(bare)) return bare
  return bare.replace(/\s+/g, (gap, at: number) => {
    const isBetweenDigits = /\d/.test(bare.charAt(at - 1)) && /\d/.test(bare.charAt(at + gap.length))
    return gap.includes(lineEnd) && isBetweenDigits ? '  ' : ' '
  })
}

/** An indent is no cell: tabs and blanks around a line go, unless it has columns. */
export const trimIndents = (text: string): string =>
  text
    .split(/[\n\v]/)
    .map((line) => (/\S\s*\t/.test(line) ? line : line.trim()))
    .join('\n')
