import { jumpCells, type Label, type OutcomeGroup, outcomeGroups } from '@gongkai/schema'
import type { Points } from '../chart/points.ts'
import { readWhere } from '../data/read-rows.ts'
import type { FindingRow, ReportRow } from '../data/rows.ts'
import { isFew, toGrouped, toPercent, toShare } from '../words/format.ts'
import { both } from '../words/messages.ts'
import { type AgencyYear, checkCarry, readAgencyYears } from './agency-years.ts'
import { toYearSpan } from './years.ts'

const groups = Object.keys(outcomeGroups) as readonly OutcomeGroup[]

/** How the requests of one year ended; a year without a report is a gap. */
export interface HistoryYear {
  readonly year: number
  readonly totals: AgencyYear | undefined
  /** Requests by group of results, in the order of the form; null where one could not be counted. */
  readonly counts: readonly (number | null)[]
  /** Sum of the groups; null where one of them could not be counted, or there is no report. */
  readonly sum: number | null
  /** Changes of more than tenfold since the year before, said on the bar. */
  readonly jumps: readonly Label[]
  /** What parts this year from the one before: another form, or numbers carried over that do not join. */
  readonly breaks: readonly Label[]
}

/** Every year of an agency, oldest first. */
export interface History {
  /** Reports held, those of an unknown year among them. */
  readonly reportCount: number
  readonly years: readonly HistoryYear[]
  /** The longest bar, in requests; at least 1. */
  readonly most: number
}

const jumpPrefix = 'X.JUMP.'

/** What a check of a change says: both sides of it. */
type Change = Pick<FindingRow, 'check_id' | 'status' | 'left_value' | 'right_value'>

/** The change itself, as the check of it states both sides. */
function toJumps(findings: readonly Change[]): readonly Label[] {
  const jumping = findings.filter(({ check_id, status }) => check_id.startsWith(jumpPrefix) && status === 'fail')
  return jumping.flatMap(({ check_id, left_value, right_value }) => {
    const cell = jumpCells.find(({ key }) => key === check_id.slice(jumpPrefix.length))
    if (!cell || left_value === null || right_value === null) return []
    const [from, to] = [toGrouped(left_value), toGrouped(right_value)]
    return [
      { zh: `${cell.label.zh}：上年 ${from}，本年 ${to}`, en: `${cell.label.en}: ${from} last year, ${to} this year` },
    ]
  })
}

function toBreaks(item: AgencyYear, before: AgencyYear | undefined): readonly Label[] {
  const [edition, last] = [item.report.requests_edition, before?.report.requests_edition ?? null]
  const isOther = edition !== null && last !== null && last !== edition
  const isBroken = checkCarry(item) === false
  const [carried, brought] = [toGrouped(item.before ?? 0), toGrouped(item.carriedIn ?? 0)]
  return [
    ...(isOther
      ? [{ zh: `${item.year} 年改用 ${edition} 年版格式`, en: `${item.year}: another form, that of ${edition}` }]
      : []),
    ...(isBroken
      ? [
          {
            zh: `结转不衔接：${item.year - 1} 年结转下年度 ${carried} 件，${item.year} 年上年结转 ${brought} 件`,
            en: `carry-over does not join: ${carried} carried forward from ${item.year - 1}, ${brought} carried in`,
          },
        ]
      : []),
  ]
}

async function toHistoryYear(item: AgencyYear, before: AgencyYear | undefined): Promise<HistoryYear> {
  const [outcomes, findings] = await Promise.all([
    readWhere('outcomes', 'report_id', item.report.report_id),
    readWhere('findings', 'report_id', item.report.report_id),
  ])
  const counts = groups.map((group) => outcomes.find(({ group_id }) => group_id === group)?.request_count ?? null)
  return {
    year: item.year,
    totals: item,
    counts,
    sum: outcomes[0]?.results_sum ?? null,
    jumps: toJumps(findings),
    breaks: toBreaks(item, before),
  }
}

const toGap = (year: number): HistoryYear => ({
  ...{ year, totals: undefined, counts: groups.map(() => null), sum: null, jumps: [], breaks: [] },
})

/** Sets the years of an agency on one axis, those without a report among them. */
export async function readHistory(reports: readonly ReportRow[]): Promise<History> {
  const held = await readAgencyYears(reports)
  const years = await Promise.all(held.map((item, at) => toHistoryYear(item, held[at - 1])))
  const all = toYearSpan(reports).flatMap((year) => {
    const own = years.filter((item) => item.year === year)
    return own.length > 0 ? own : [toGap(year)]
  })
  return { reportCount: reports.length, years: all, most: Math.max(1, ...years.map(({ sum }) => sum ?? 0)) }
}

/** Requests granted in full or in part, where both were counted. */
export function toDisclosed({ counts }: Pick<HistoryYear, 'counts'>): number | null {
  const [granted, inPart] = counts
  return granted === null || granted === undefined || inPart === null || inPart === undefined ? null : granted + inPart
}

function describeYear(item: HistoryYear): Label | undefined {
  const disclosed = toDisclosed(item)
  if (item.sum === null || disclosed === null) return undefined
  const [sum, part] = [toGrouped(item.sum), toGrouped(disclosed)]
  const share = isFew(item.sum) ? undefined : toPercent(disclosed / item.sum)
  return {
    zh: `${item.year} 年办结 ${sum} 件，公开或部分公开 ${share ?? `${part} 件`}`,
    en: `${item.year}: ${share ?? part} of ${sum} results granted in full or in part`,
  }
}

/** The finding of the chart: the last two years whose results were counted. */
export function describeHistory({ years }: History): Label {
  const told = years.flatMap((item) => describeYear(item) ?? []).slice(-2)
  if (told.length === 0) return { zh: '各年办理结果均未读出', en: 'No year has results that could be read' }
  return { zh: told.map(({ zh }) => zh).join('；'), en: told.map(({ en }) => en).join('; ') }
}

/** Years without a report, and whether the years join. */
export function describeGaps({ reportCount, years }: History): Label {
  const gaps = years.filter(({ totals }) => !totals).map(({ year }) => year)
  return {
    zh: `收录 ${reportCount} 份报告${gaps.length > 0 ? `，缺 ${gaps.join('、')} 年` : ''}。`,
    en: `Reports held: ${reportCount}${gaps.length > 0 ? `; none for ${gaps.join(', ')}` : ''}.`,
  }
}

/** The numbers of the chart as a table; a year without a report has none. */
export function toHistoryPoints({ years }: History): Points {
  return {
    columns: [
      { name: 'year', label: both('year') },
      { name: 'carried_in', label: both('carriedIn') },
      { name: 'new_received', label: both('newReceived') },
      ...groups.map((group) => ({ name: group, label: outcomeGroups[group] })),
      { name: 'results_sum', label: both('results') },
      { name: 'carried_forward', label: both('carriedForward') },
    ],
    rows: years.map(({ year, totals, counts, sum }) => [
      ...[`${year}`, totals?.carriedIn ?? null, totals?.received ?? null],
      ...[...counts, sum, totals?.carriedForward ?? null],
    ]),
  }
}

/** A part of a bar: in percent of the axis. */
export interface HistorySegment {
  readonly group: OutcomeGroup | 'few'
  readonly x: number
  readonly width: number
}

const round = (value: number): number => Math.round(value * 100) / 100

/** The bar of a year, cut by group of results; whole and grey where there are few. */
export function toHistorySegments({ counts, sum }: HistoryYear, most: number): readonly HistorySegment[] {
  if (sum === null || sum === 0) return []
  if (isFew(sum)) return [{ group: 'few', x: 0, width: round((100 * sum) / most) }]
  let before = 0
  return groups.flatMap((group, at) => {
    const count = counts[at] ?? 0
    const x = round((100 * before) / most)
    before += count
    return count === 0 ? [] : [{ group, x, width: round((100 * count) / most) }]
  })
}

/** What is published of a year's results: a share, or counts where there are few. */
export function showDisclosed(item: HistoryYear): Label {
  const disclosed = toDisclosed(item)
  if (item.sum === null || disclosed === null || item.sum === 0) return { zh: '—', en: '—' }
  return toShare(disclosed, item.sum, '件')
}
