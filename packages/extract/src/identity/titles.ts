import type { Line } from '@gongkai/schema'
import type { Metadatum } from '../types.ts'
import { isHeading, OPEN, parseTitle, scoreOf, type Title } from './title.ts'

const MOST_LINES = 3
const FIRST_LINES = 80
const LONG_LINE = 36

const isComplete = ({ agency, year }: Title): boolean => agency !== null && year !== null

/** How the text behind a title begins. */
const BODY = /(?!^)(?:[一1]\s*、|本报告|是?(?:根据|依据|按照)|现将|索引号|发布|来源|附件)/

/** The title a page without line breaks begins with. */
function readOpening(line: Line | undefined): Title | readonly [] {
  if (line === undefined) return []
  const text = line.text.trim()
  return parseTitle(text.slice(0, BODY.exec(text)?.index), [line.line]) ?? []
}

/**
 * Reads adjacent lines as one title. A line above a title that is whole without it, such as a letterhead, is not part
 * of it, nor is one that tells nothing more, such as a line of navigation.
 */
function joinTitle(part: readonly Line[]): Title | null {
  const texts = part.map(({ text }) => text.trim())
  const joined = parseTitle(
    texts.join(''),
    part.map(({ line }) => line),
  )
  const rests = texts.slice(1).flatMap((_, i) => parseTitle(texts.slice(i + 1).join(''), []) ?? [])
  const isMore = joined !== null && rests.every((rest) => !isComplete(rest) && scoreOf(joined) > scoreOf(rest))
  return isMore ? joined : null
}

/** Titles printed in lines, each broken over at most three of them. */
export function printedTitles(lines: readonly Line[]): readonly Title[] {
  const titles: Title[] = []
  for (let at = 0; at < lines.length; at += 1) {
    if (!lines.slice(at, at + MOST_LINES).some(({ text }) => text.includes(OPEN))) continue
    const readings = [1, 2, 3].flatMap((count) => {
      if (count === 1 && (lines[at]?.text.length ?? 0) > LONG_LINE) return readOpening(lines[at])
      const part = lines.slice(at, at + count)
      if (
        part.length < count ||
        part.some(
          ({ text }) =>
            text.length > 60 || isHeading(text) || (count > 1 && /[:：]/.test(text.replace(/^附\s*件\s*\d?[:：]/, ''))),
        )
      )
        return []
      return joinTitle(part) ?? []
    })
    const best = readings.find(isComplete) ?? readings.toSorted((a, b) => scoreOf(b) - scoreOf(a))[0]
    if (best !== undefined) titles.push(best)
  }
  return titles
}

/**
 * Finds the title of the report: the page's own (ArticleTitle) or the one printed before the sections.
 * Of several copies the most complete counts; of equally complete ones for several years, the one of `periodYear`.
 *
 * @param head lines before the first section
 */
export function findTitle(
  head: readonly Line[],
  metadata: readonly Metadatum[],
  periodYear: number | null,
): Title | null {
  const own = metadata
    .filter(({ name }) => /^(?:articletitle|标题)$/i.test(name))
    .flatMap(({ value }) => parseTitle(value, []) ?? [])
  const page = metadata
    .filter(({ name }) => /^(?:title|pagetitle)$/i.test(name))
    .flatMap(({ value }) => parseTitle(value, []) ?? [])
  const printed = printedTitles(head.slice(-FIRST_LINES))
  const trusted =
    own.length > 0
      ? [...own, ...printed.filter(({ year }) => own.some((title) => title.year === null || title.year === year))]
      : printed
  const candidates = trusted.length > 0 ? [...trusted] : [...page]
  const ofPeriod = candidates.filter(({ year }) => year === null || periodYear === null || year === periodYear)
  const pool = ofPeriod.length > 0 ? ofPeriod : candidates
  const onPage = (title: Title): number =>
    page.some(({ agency, year }) => agency === title.agency && year === title.year) ? 1 : 0
  const best = pool.toSorted((a, b) => scoreOf(b) + onPage(b) - scoreOf(a) - onPage(a))[0]
  if (best === undefined) return null
  const isCopy = ({ agency, year }: Title): boolean =>
    (year === best.year || year === null) &&
    (agency === null || best.agency === null || best.agency.endsWith(agency) || agency.endsWith(best.agency))
  const copies = printed.filter(isCopy)
  return {
    ...best,
    lines: [...new Set([...best.lines, ...copies.flatMap(({ lines }) => lines)])].toSorted((a, b) => a - b),
  }
}
