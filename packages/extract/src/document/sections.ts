import { type Line, type Section, toSimplified } from '@gongkai/schema'
import { editDistance } from '../text/edit-distance.ts'
import { remember } from '../text/remember.ts'
import type { Fragment } from '../types.ts'

/** Wordings of the six section headings, without numeral. */
const headings: readonly RegExp[] = [
  /^(?:政府信息公开|工作)?(?:工作)?(?:总体|基本|开展|推进)*(?:工作)?(?:总体|基本|开展|推进)(?:工作)?(?:情况|概况)$|^(?:工作)?概述$|^引言$|^主要工作概述$|^政府信息公开(?:工作)?的?(?:总体|基本)(?:工作)?(?:情况|概况)$|^政府信息公开(?:20\d{2}年)?工作要点落实情况$/,
  /^(?:行政机关)?主动公开政府信息的?情况$/,
  /^(?:行政机关)?收到和处理政府信息公开申请的?情况$/,
  /^(?:因)?政府信息公开.{0,12}行政.{0,2}复议.{0,6}行政诉讼的?情况$/,
  /^(?:政府信息公开工作)?(?:中)?存在的?主要问题(?:及|和|与)改进(?:情况|措施)$|^存在的?问题(?:及|和|与)改进(?:情况|措施)$/,
  /^(?:无?其[他它]需要报告的?(?:其他)?事项|需要报告的其他事项)$/,
]

/** How each of the wordings ends, to pass over most lines at once. */
const headingEnd = /[况述言施项][\s:：。]*$/

const numeral =
  /^\s*(?:第?[一二三四五六七八九十]{1,2}(?:部分)?|\d{1,2}|[IVXⅠ-Ⅻ]{1,4}|[㈠-㈩]|[(（][一二三四五六七\d][)）])\s*[、.．,，:：]?\s*/u

/** The six headings as the form words them, to know a misspelt one. */
const official = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const

/** Number of the section that a line opens, if it is a heading; behind a numeral, one or two wrong characters pass. */
export const findHeading = (text: string): number | undefined => (text.length > 45 ? undefined : readHeading(text))

const readHeading = remember((text) => {
  const isNumbered = numeral.test(text)
  if (!isNumbered && !headingEnd.test(text)) return undefined
  const bare = text.replace(numeral, '').replace(/[\s:：。]/g, '')
  const found = headings.findIndex((heading) => heading.test(bare))
  if (found >= 0) return found + 1
  const words = bare.replace(/[、，]/g, '')
  if (words.length < 8 || !isNumbered) return undefined
  const near = official.findIndex((heading) => heading.length >= 8 && editDistance(words, heading, 2) <= 2)
  return near < 0 ? undefined : near + 1
})

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
 */
export function findSectionStarts(lines: readonly Pick<Line, 'line' | 'kind' | 'text'>[]): ReadonlyMap<number, number> {
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
