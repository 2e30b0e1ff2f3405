import type { Line, Repair } from '@gongkai/schema'
import { isFirstHeading, type Title } from '../identity/title.ts'
import { printedTitles } from '../identity/titles.ts'
import { limits, Unreadable } from '../limits.ts'
import type { CleanLine } from '../types.ts'
import type { CleanDocument } from './clean-document.ts'
import type { FindHeading } from './find-heading.ts'

/** Sections that a part must hold to be a report of its own. */
const SECTIONS = 3
/** Lines above the first section in which a part's own title is looked for. */
const TITLE_LINES = 40

interface Start {
  readonly heading: number
  readonly title: Title
}

/**
 * Cuts a document that holds several reports, one after the other, into one document for each.
 * A part begins at a title of another year or body, and has sections of its own; copies of one title do not part a report.
 *
 * @example lines of 2021 with their title, then lines of 2022 with theirs → two documents, each from line 1
 * @throws {Unreadable} `limit_exceeded` at more reports than one document may hold
 * @returns the parts in order, lines numbered from 1 in each; the document itself when it holds one report or none
 */
export function toParts(clean: CleanDocument, findHeading: FindHeading): readonly CleanDocument[] {
  const cuts = findCuts(clean.lines, findHeading)
  if (cuts.length === 0) return [clean]
  if (cuts.length >= limits.reports)
    throw new Unreadable('limit_exceeded', `it holds ${cuts.length + 1} reports, the limit is ${limits.reports}`)
  const starts = [0, ...cuts]
  return starts.map((from, i) => slice(clean, from, starts[i + 1] ?? clean.lines.length))
}

const toLine = ({ line, kind, text }: CleanLine): Line => ({
  line,
  kind: kind === 'row' ? 'table_row' : 'paragraph',
  section: null,
  text,
})

/** Indexes of the lines at which a further report begins. */
function findCuts(clean: readonly CleanLine[], findHeading: FindHeading): readonly number[] {
  const headings = clean.flatMap(({ kind, text }, i) => (kind === 'paragraph' && isFirstHeading(text) ? [i] : []))
  if (headings.length < 2) return []
  const lines = clean.map(toLine)
  const starts = headings.flatMap((heading, i): Start[] => {
    const above = Math.max(headings[i - 1] ?? -1, heading - TITLE_LINES - 1) + 1
    const title = printedTitles(lines.slice(above, heading)).find(
      ({ year, agency }) => year !== null || agency !== null,
    )
    return title !== undefined && isReport(lines.slice(heading, headings[i + 1] ?? lines.length), findHeading)
      ? [{ heading, title }]
      : []
  })
  return starts.slice(1).flatMap(({ title }, i) => {
    const before = starts[i]?.title
    const first = (title.lines[0] ?? 0) - 1 // lines are numbered from 1
    return before !== undefined && first > 0 && isOther(before, title) ? [first] : []
  })
}

/** Whether two titles name different reports. */
const isOther = (a: Title, b: Title): boolean =>
  (a.year !== null && b.year !== null && a.year !== b.year) ||
  (a.agency !== null && b.agency !== null && !a.agency.endsWith(b.agency) && !b.agency.endsWith(a.agency))

/** Whether lines from one first section to the next hold a report: other sections, or a statutory table. */
function isReport(lines: readonly Line[], findHeading: FindHeading): boolean {
  const sections = new Set(lines.flatMap(({ kind, text }) => (kind === 'table_row' ? [] : (findHeading(text) ?? []))))
  return (
    sections.size >= SECTIONS ||
    lines.some(({ text }) => /第二十条第|申请人情况|本年新收政府信息公开申请/.test(text.replace(/\s/g, '')))
  )
}

/** Lines from one index up to another, numbered from 1, with their repairs; repairs of no line stay with the first part. */
function slice({ lines, repairs, context }: CleanDocument, from: number, to: number): CleanDocument {
  const own = ({ line }: Repair): boolean => (line === null ? from === 0 : line > from && line <= to)
  return {
    context,
    lines: lines.slice(from, to).map((line) => ({ ...line, line: line.line - from })),
    repairs: repairs
      .filter(own)
      .map((repair) => ({ ...repair, line: repair.line === null ? null : repair.line - from })),
  }
}
