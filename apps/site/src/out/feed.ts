import { countFound } from '@gongkai/schema'
import type { Outcomes } from '../data/outcomes.ts'
import { toReportDate } from '../data/reports.ts'
import type { ReportRow } from '../data/rows.ts'
import { toReportPath } from '../site/href.ts'
import { toXml } from '../text/xml.ts'
import { describeSums } from '../words/outcomes.ts'
import { toAgencyName, toReportName } from '../words/report-names.ts'

/** Entries of a feed; the page that the feed belongs to lists the rest. */
const mostEntries = 50

/** What a feed is about. */
export interface Feed {
  readonly title: string
  /** Path of the page that it follows. */
  readonly page: string
  /** Path of the feed itself. */
  readonly path: string
  readonly reports: readonly ReportRow[]
  readonly outcomesOf: (report: ReportRow) => Outcomes
}

type Dated = readonly [report: ReportRow, day: string]

/** A day has no hour: the first of it, in China. */
const toInstant = (day: string): string => `${day}T00:00:00+08:00`

const byDay = ([a, dayA]: Dated, [b, dayB]: Dated): number =>
  dayA === dayB ? (a.report_id < b.report_id ? -1 : 1) : dayA < dayB ? 1 : -1

/** What the feed holds, and what it does not: a reader who waits for a report must know whether it can come. */
function describeContent(shown: number, dated: number, all: number): string {
  const order = `按发布日期（未载明的按落款日期）最新的 ${shown} 份报告`
  const rest = dated > shown ? `，共有日期的 ${dated} 份` : ''
  return `${order}${rest}${all > dated ? `；另有 ${all - dated} 份没有日期，不在其中` : ''}`
}

function toEntry([report, day]: Dated, { outcomesOf }: Feed, toAddress: (path: string) => string): string {
  const address = toXml(toAddress(toReportPath(report.report_id)))
  const sums = describeSums(outcomesOf(report).sumCounts).zh
  return [
    '<entry>',
    `<title>${toXml(toReportName(report))}</title>`,
    `<id>${address}</id>`,
    `<link href="${address}"/>`,
    `<updated>${toInstant(day)}</updated>`,
    `<author><name>${toXml(toAgencyName(report))}</name></author>`,
    `<summary>找到 ${countFound(report)} / ${report.cells_expected} 格；勾稽关系 ${sums}</summary>`,
    '</entry>',
  ].join('')
}

/** Whether there is a feed of some reports: it must say when it was last updated, so one of them must be dated. */
export const hasFeed = (reports: readonly ReportRow[]): boolean => reports.some((report) => toReportDate(report) !== '')

/**
 * The reports newest by publication as an Atom feed; a report without any date has no place in it.
 *
 * @param toAddress full address of a path of the site
 * @throws {RangeError} if no report is dated, see `hasFeed`
 * @see RFC 4287
 */
export function toFeed(feed: Feed, toAddress: (path: string) => string): string {
  const { title, page, path, reports } = feed
  const dated = reports.flatMap((report): Dated[] => {
    const day = toReportDate(report)
    return day === '' ? [] : [[report, day]]
  })
  const newest = dated.toSorted(byDay).slice(0, mostEntries)
  const [first] = newest
  if (!first) throw new RangeError(`Cannot write the feed "${path}": none of its reports is dated`)
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">',
    `<title>${toXml(title)}</title>`,
    `<subtitle>${describeContent(newest.length, dated.length, reports.length)}</subtitle>`,
    `<id>${toXml(toAddress(path))}</id>`,
    `<link rel="self" type="application/atom+xml" href="${toXml(toAddress(path))}"/>`,
    `<link href="${toXml(toAddress(page))}"/>`,
    `<updated>${toInstant(first[1])}</updated>`,
    '<author><name>公开年报 Gongkai</name></author>',
    ...newest.map((entry) => toEntry(entry, feed, toAddress)),
    '</feed>',
  ].join('\n')}\n`
}
