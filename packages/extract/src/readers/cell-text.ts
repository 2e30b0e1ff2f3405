import { trace } from '../text/trace.ts'

/** Ends a line or paragraph inside a cell; other white space of a source says nothing. */
export const lineEnd = '\v'

/** A number, however it is written: what a trace is left for. */
export const numeral = /[\p{N}零〇一二三四五六七八九十]/u

/** A mark of a footnote, as it is raised: beside a number it would read as a digit. */
export const noteMark = /^[[(（〔]?\s*(?:注?\s*\d{0,2}|[①-⑳*＊])\s*[\])）〕]?$/

/** Text outside tables and words inside them say what they say without what was taken out. */
export const withoutTraces = (text: string): string => (text.includes(trace) ? text.replaceAll(trace, '') : text)

/** Text of a cell without the traces that mean nothing: those among words. A number, or nothing, keeps its own. */
export function settleTraces(text: string): string {
  if (!text.includes(trace)) return text
  const bare = withoutTraces(text)
  const isWords = /\p{Script=Han}{3}/u.test(bare) || (/\p{L}/u.test(bare) && !/\p{N}/u.test(bare))
  return isWords ? bare.trim() : text
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
