import { countFound, type Label } from '@gongkai/schema'
import type { Outcomes } from '../data/outcomes.ts'
import { toReportDate } from '../data/reports.ts'
import type { ReportRow } from '../data/rows.ts'
import { toReportPath } from '../site/href.ts'
import { toXml } from '../text/xml.ts'
import { type Locale, languageTags, pick, toLocalPath } from '../words/locale.ts'
import { describeSums } from '../words/outcomes.ts'
import { toAgencyName, toReportName } from '../words/report-names.ts'

/** Entries of a feed; the page that the feed belongs to lists the rest. */
const mostEntries = 50

/** What a feed is about. */
export interface Feed {
  readonly title: string
  /** Path of the page that it follows, without its language. */
  readonly page: string
  /** Path of the feed itself, without its language. */
  readonly path: string
  /** Language of its titles and of the pages that it leads to. */
  readonly locale?: Locale
  readonly reports: readonly ReportRow[]
  readonly outcomesOf: (report: ReportRow) => Outcomes
}

type Dated = readonly [report: ReportRow, day: string]

/** A day has no hour: the first of it, in China. */
const toInstant = (day: string): string => `${day}T00:00:00+08:00`

const byDay = ([a, dayA]: Dated, [b, dayB]: Dated): number =>
  dayA === dayB ? (a.report_id < b.report_id ? -1 : 1) : dayA < dayB ? 1 : -1

/** What the feed holds, and what it does not: a reader who waits for a report must know whether it can come. */
function describeContent(shown: number, dated: number, all: number): Label {
  const undated = all - dated
  return {
    zh: `按发布日期（未载明的按落款日期）最新的 ${shown} 份报告${dated > shown ? `，共有日期的 ${dated} 份` : ''}${undated > 0 ? `；另有 ${undated} 份没有日期，不在其中` : ''}`,
    en: `The ${shown} latest reports by date of publication, else of signature${dated > shown ? `, of ${dated} that are dated` : ''}${undated > 0 ? `; ${undated} without a date are not among them` : ''}`,
  }
}

function describeEntry(report: ReportRow, { outcomesOf }: Feed): Label {
  const sums = describeSums(outcomesOf(report).sumCounts)
  const found = `${countFound(report)} / ${report.cells_expected}`
  return {
    zh: `找到 ${found} 格；勾稽关系 ${sums.zh}`,
    en: `${found} cells found; sums: ${sums.en}`,
  }
}

function toEntry([report, day]: Dated, feed: Feed, toAddress: (path: string) => string): string {
  const { locale = 'zh' } = feed
  const address = toXml(toAddress(toLocalPath(locale, toReportPath(report.report_id))))
  return [
    '<entry>',
    `<title>${toXml(toReportName(report, locale))}</title>`,
    `<id>${address}</id>`,
    `<link href="${address}"/>`,
    `<updated>${toInstant(day)}</updated>`,
    `<author><name>${toXml(toAgencyName(report, locale))}</name></author>`,
    `<summary>${pick(locale, describeEntry(report, feed))}</summary>`,
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
  const { title, page, path, locale = 'zh', reports } = feed
  const dated = reports.flatMap((report): Dated[] => {
    const day = toReportDate(report)
    return day === '' ? [] : [[report, day]]
  })
  const newest = dated.toSorted(byDay).slice(0, mostEntries)
  const [first] = newest
  if (!first) throw new RangeError(`Cannot write the feed "${path}": none of its reports is dated`)
  const toOwn = (to: string) => toXml(toAddress(toLocalPath(locale, to)))
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTags[locale]}">`,
    `<title>${toXml(title)}</title>`,
    `<subtitle>${pick(locale, describeContent(newest.length, dated.length, reports.length))}</subtitle>`,
    `<id>${toOwn(path)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${toOwn(path)}"/>`,
    `<link href="${toOwn(page)}"/>`,
    `<updated>${toInstant(first[1])}</updated>`,
    '<author><name>公开年报 Gongkai</name></author>',
    ...newest.map((entry) => toEntry(entry, feed, toAddress)),
    '</feed>',
  ].join('\n')}\n`
}
