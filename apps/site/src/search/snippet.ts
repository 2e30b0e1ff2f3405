import { type Folded, foldWithPlaces } from '@gongkai/schema/browser'

/** Part of a text; marked where it is what the reader looked for. */
export interface Part {
  readonly text: string
  readonly isMark: boolean
}

/** A stretch of a line around what was found. */
export interface Snippet {
  /** Line of the cleaned document. */
  readonly line: number
  readonly parts: readonly Part[]
}

interface Range {
  readonly start: number
  readonly end: number
}

const before = 24
const after = 56

/** Ranges of the original, in order and apart, where a folded term stands. */
function findRanges({ text, starts, ends }: Folded, terms: readonly string[]): readonly Range[] {
  const found: Range[] = []
  for (const term of terms) {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      found.push({ start: starts[at] ?? 0, end: ends[at + term.length - 1] ?? 0 })
    }
  }
  const apart: Range[] = []
  for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1)
    if (last && range.start <= last.end) apart.splice(-1, 1, { start: last.start, end: Math.max(last.end, range.end) })
    else apart.push(range)
  }
  return apart
}

function cut(text: string, ranges: readonly Range[], { start, end }: Range): readonly Part[] {
  const parts: Part[] = []
  let from = start
  const push = (to: number, isMark: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), isMark })
    from = Math.max(from, to)
  }
  for (const range of ranges.filter((one) => one.start < end && one.end > start)) {
    push(Math.max(start, range.start), false)
    push(Math.min(end, range.end), true)
  }
  push(end, false)
  return parts
}

/** A text with what was found marked, whole. */
export function markAll(text: string, terms: readonly string[]): readonly Part[] {
  return cut(text, findRanges(foldWithPlaces(text), terms), { start: 0, end: text.length })
}

/** Does not split a pair of surrogates. */
const settle = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at)

/** The stretch around the first thing found in a line; undefined where the line holds none of the terms. */
export function toSnippet(
  { line, text }: { readonly line: number; readonly text: string },
  terms: readonly string[],
): Snippet | undefined {
  const ranges = findRanges(foldWithPlaces(text), terms)
  const [first] = ranges
  if (!first) return undefined
  const start = settle(text, Math.max(0, first.start - before))
  const enough = Math.min(text.length, Math.max(first.end, first.start + after))
  const end = settle(text, ranges.find((range) => range.start < enough && range.end > enough)?.end ?? enough)
  const ellipsis = (isNeeded: boolean): readonly Part[] => (isNeeded ? [{ text: '…', isMark: false }] : [])
  return { line, parts: [...ellipsis(start > 0), ...cut(text, ranges, { start, end }), ...ellipsis(end < text.length)] }
}
