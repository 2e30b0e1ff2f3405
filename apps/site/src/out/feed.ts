import { toReportDate } from '../data/reports.ts'
import type { ReportRow } from '../data/rows.ts'
import { toReportPath } from '../site/href.ts'
import { toXml } from '../text/xml.ts'
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
}

type Dated = readonly [report: ReportRow, day: string]

/** A day has no hour: the first of it, in China. */
const toInstant = (day: string): string => `${day}T00:00:00+08:00`

const byDay = ([a, dayA]: Dated, [b, dayB]: Dated): number =>
  dayA === dayB ? (a.report_id < b.report_id ? -1 : 1) : dayA < dayB ? 1 : -1

function describeSums({ edits_assessed: assessed, edits_failed: failed }: ReportRow): string {
  if (assessed === 0) return '勾稽关系无法核对'
  return failed > 0 ? `${failed} 项勾稽关系不符` : `${assessed} 项勾稽关系相符`
}

function toEntry([report, day]: Dated, toAddress: (path: string) => string): string {
  const address = toXml(toAddress(toReportPath(report.report_id)))
  return [
    '<entry>',
    `<title>${toXml(toReportName(report))}</title>`,
    `<id>${address}</id>`,
    `<link href="${address}"/>`,
    `<updated>${toInstant(day)}</updated>`,
    `<author><name>${toXml(toAgencyName(report))}</name></author>`,
    `<summary>读出 ${report.cells_read} / ${report.cells_expected} 格；${describeSums(report)}</summary>`,
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
export function toFeed({ title, page, path, reports }: Feed, toAddress: (path: string) => string): string {
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
    `<subtitle>按发布日期最新的 ${newest.length} 份报告</subtitle>`,
    `<id>${toXml(toAddress(path))}</id>`,
    `<link rel="self" type="application/atom+xml" href="${toXml(toAddress(path))}"/>`,
    `<link href="${toXml(toAddress(page))}"/>`,
    `<updated>${toInstant(first[1])}</updated>`,
    '<author><name>公开年报 Gongkai</name></author>',
    ...newest.map((entry) => toEntry(entry, toAddress)),
    '</feed>',
  ].join('\n')}\n`
}
