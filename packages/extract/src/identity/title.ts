import type { Line } from '@gongkai/schema'
import { remember } from '../text/remember.ts'
import type { Metadatum } from '../types.ts'
import { toDigits } from './dates.ts'
import { isAgencyName } from './names.ts'

/** A title as printed, with what it names. */
export interface Title {
  readonly text: string
  readonly agency: string | null
  readonly year: number | null
  readonly lines: readonly number[]
}

const SUBJECT = '(?:政府|政务)?信息(?:与?政务)?公开|政务公开'
const WORKS = '[^，。；：]{0,16}?(?:年度报告|年度工作报告|工作年度报告|工作报告|年报|报告)'
const TITLE = new RegExp(
  `^(?<before>.{0,60}?)(?<subject>${SUBJECT})(?<works>${WORKS})(?<after>(?:[（(][^）)]{0,12}[）)]|[-—–]+20\\d{2}年?度?|的?公告|的?通知|公开|全文)*)$`,
)
const HEADING =
  /^(?:第?[一二三四五六1-6１-６](?:部分)?\s*[、.．]|[（(]?[一二三四五六][）)、])|^第[一二三四五六]部分|^(?:总体情况|概述)$/
const SITE_SUFFIX = /\s*(?:[-_|—–]+\s*[^-_|—–（(）)]*(?:网|凯发|平台|官方|首页|门户|入口|公开|政府)[^-_|—–]*)+$/
/** A character that every title has, to pass over most lines at once. */
const OPEN = '公'
const MOST_LINES = 3
const FIRST_LINES = 80
const LONG_LINE = 36

/** Whether a line opens a section, so that title, preface and page metadata stand before it. */
export const isHeading = (text: string): boolean => text.length < 40 && HEADING.test(text.trim())

/** Whether a line opens the first section: 一、总体情况, 概述 with or without a number. */
export function isFirstHeading(text: string): boolean {
  return (
    text.length < 40 &&
    /^(?:第?[一1１](?:部分)?|[（(][一1][）)])?\s*[、.．]?\s*(?:总体情况|概述|总体概述|基本情况|工作概况|总体|总体工作情况)/.test(
      text.trim(),
    ) &&
    !/[.．…]{4}|\d$/.test(text.trim())
  )
}

function toYear(text: string): number | null {
  // A whole date beside the title is the day of the page.
  const match = /(?<!\d)(20[012]\d)(?!\d|\s*[-./年]\s*\d{1,2}\s*[-./月])/.exec(toDigits(text))
  return match === null ? null : Number(match[1])
}

function toAgency(before: string): string | null {
  const name = toDigits(before)
    .replace(/\s/g, '')
    .replace(/^(?:关于|附件[:：]?|【.*?】)/, '')
    .replace(/(?<!\d)20\d{2}(?:年度|年|度)?/g, '')
    .replace(/(?:关于)?(?:报送|印发|公布|发布|公开|上报|做好|编制|开展|的|年度|本级)*$/, '')
    .replace(/关于$/, '')
    .replace(/^(?:年度|年)/, '')
    .replace(/人民$/, '人民政府')
  return isAgencyName(name) ? name : null
}

/** Reads one string as a title; null if it is none. */
export function parseTitle(raw: string, lines: readonly number[]): Title | null {
  const title = raw.includes(OPEN) ? readTitle(raw) : null
  return title === null ? null : { ...title, lines }
}

const readTitle = remember((raw): Omit<Title, 'lines'> | null => {
  const text = raw
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:标\s*题|附\s*件\s*\d?)\s*[:：]\s*/, '')
    .replace(/\[bookmark:[^\]]*\]/g, '')
    .replace(SITE_SUFFIX, '')
  const compact = text.replace(/(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])/g, '')
  if (
    compact.length > 80 ||
    compact.length < 6 ||
    /[。；]|《|^(?:本报告|现将|根据|依照|按照|索引号|当前位置)|>/.test(compact)
  )
    return null
  const groups = TITLE.exec(compact)?.groups
  if (groups === undefined) return null
  const { before = '', works = '', after = '' } = groups
  const agency = toAgency(before)
  const leftover = toDigits(before).replace(/\s|20\d{2}|年度|年|关于|报送|印发|公布|发布|的/g, '')
  if (agency === null && leftover.length > 12) return null
  return { text, agency, year: toYear(before) ?? toYear(works) ?? toYear(after) }
})

const isComplete = ({ agency, year }: Title): boolean => agency !== null && year !== null
const isWhole = (title: Title | null): boolean => title !== null && isComplete(title)
const scoreOf = ({ agency, year, text }: Title): number =>
  (agency === null ? 0 : 2) + (year === null ? 0 : 2) + (/年度|年报/.test(text) ? 0.5 : 0)

/** How the text behind a title begins. */
const BODY = /(?!^)(?:[一1]\s*、|本报告|根据|依据|按照|现将|索引号|发布|来源|附件)/

/** The title a page without line breaks begins with. */
function readOpening(line: Line | undefined): Title | readonly [] {
  if (line === undefined) return []
  const text = line.text.trim()
  return parseTitle(text.slice(0, BODY.exec(text)?.index), [line.line]) ?? []
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
      const rest = part
        .slice(1)
        .map(({ text }) => text.trim())
        .join('')
      // A line above a title that is whole without it, such as a letterhead, is not part of the title.
      if (count > 1 && isWhole(parseTitle(rest, []))) return []
      return (
        parseTitle(
          part.map(({ text }) => text.trim()).join(''),
          part.map(({ line }) => line),
        ) ?? []
      )
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
