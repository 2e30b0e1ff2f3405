import { type Line, type Section, toSimplified } from '@gongkai/schema'
import type { Fragment } from '../types.ts'
import type { FindHeading } from './find-heading.ts'

/** Headings of the form with their numerals, within a text. */
const inText =
  /[一二三四五六][、.．]\s?(总体情况|(?:行政机关)?主动公开政府信息的?情况|(?:行政机关)?收到和处理政府信息公开申请的?情况|因?政府信息公开[^\s。]{0,12}行政复议、?(?:提起)?行政诉讼的?情况|(?:政府信息公开工作)?存在的主要问题[及和]改进(?:情况|措施)|其他需要报告的?事项)/g

/** Spaces where a line end stood: behind the title, behind a full stop, before a date that ends the text. */
const lineEnd =
  /(?<=年度报告|年度報告|。)\s|\s(?=20\d{2}年\d{1,2}月\d{1,2}日\s*$)|(?<=年度报告|年度報告)(?=本报告|本報告|根据|根據|按照|依据)|(?<=。)(?=\p{Script=Han}{3,30}20\d{2}年\d{1,2}月\d{1,2}日\s*$)/gu

/** A text of at least this length that holds several headings has lost its line ends. */
const oneLine = 1000

/** Cuts a report that lost its line ends before and behind each heading; other texts stay whole. */
export function splitAtHeadings(paragraph: Fragment): readonly Fragment[] {
  if (paragraph.text.length < oneLine) return [paragraph]
  const matches = [...toSimplified(paragraph.text).matchAll(inText)]
  if (new Set(matches.map((match) => match[1])).size < 3) return [paragraph]
  const others = [...paragraph.text.matchAll(lineEnd)].map((match) => match.index)
  const edges = matches.flatMap((match) => [match.index, match.index + match[0].length])
  const cuts = [0, ...[...new Set([...edges, ...others])].sort((a, b) => a - b), paragraph.text.length]
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i] ?? 0
    const text = paragraph.text.slice(start, end)
    return text.trim() === '' ? [] : [{ text, offset: paragraph.offset + start }]
  })
}

/**
 * Lines at which the six sections open. Headings that repeat inside section one are passed over:
 * of several candidates the one counts that keeps the order, the last for the sections with tables.
 *
 * @example 一、总体情况 on line 3, 二、主动公开政府信息情况 on line 9 → Map { 1 → 3, 2 → 9 }
 */
export function findSectionStarts(
  lines: readonly Pick<Line, 'line' | 'kind' | 'text'>[],
  findHeading: FindHeading,
): ReadonlyMap<number, number> {
  const candidates = withoutContents(
    lines.flatMap(({ line, kind, text }) => {
      const number = kind === 'table_row' ? undefined : findHeading(text)
      return number === undefined ? [] : [{ line, number }]
    }),
  )
  const starts = new Map<number, number>()
  const firstLast = candidates.findLast((candidate) => candidate.number === 2)?.line
  let from = 0
  for (let number = 1; number <= 6; number++) {
    const own = candidates.filter((candidate) => candidate.number === number && candidate.line > from)
    const chosen =
      number === 1
        ? own.find((one) => firstLast === undefined || one.line < firstLast)
        : number === 2
          ? own.at(-1)
          : own[0]
    if (!chosen) continue
    starts.set(number, chosen.line)
    from = chosen.line
  }
  return starts
}

interface Candidate {
  readonly line: number
  readonly number: number
}

/** Drops a table of contents: four or more headings on consecutive lines, each of which stands in the text again. */
function withoutContents(candidates: readonly Candidate[]): readonly Candidate[] {
  const first = candidates.findIndex((one, i) => candidates[i + 3]?.line === one.line + 3)
  if (first < 0) return candidates
  const start = candidates[first]?.line ?? 0
  const size = candidates.slice(first).findIndex((one, i) => one.line !== start + i)
  const rest = size < 0 ? [] : candidates.slice(first + size)
  const isRepeated = candidates
    .slice(first, first + size)
    .every((one) => rest.some((other) => other.number === one.number))
  return size > 0 && isRepeated ? [...candidates.slice(0, first), ...rest] : candidates
}

/** Section of every line, null before the first heading. */
export function sectionOf(starts: ReadonlyMap<number, number>): (line: number) => number | null {
  const ordered = [...starts].sort((a, b) => b[1] - a[1])
  return (line) => ordered.find(([, start]) => line >= start)?.[0] ?? null
}

/** Text of each section: its lines without headings, titles and signatures. */
export function toSections(lines: readonly Line[], starts: ReadonlyMap<number, number>): readonly Section[] {
  return [...starts].map(([number, firstLine]) => {
    const own = lines.filter((line) => line.section === number)
    return {
      number,
      heading: lines.find((line) => line.line === firstLine)?.text ?? '',
      firstLine,
      text: own
        .filter((line) => line.line !== firstLine && (line.kind === 'paragraph' || line.kind === 'table_row'))
        .map((line) => line.text)
        .join('\n'),
    }
  })
}
