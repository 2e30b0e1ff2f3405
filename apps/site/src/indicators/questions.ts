import { fewestPeers, type Label } from '@gongkai/schema'
import type { ReportRow } from '../data/rows.ts'
import { plural, toGrouped, toPercent, toShare } from '../words/format.ts'
import { readDistribution } from './distributions.ts'
import { reportName, toLabel } from './figures.ts'
import { showDisclosure, type Tally, toTally } from './tallies.ts'

/** A question, the figure that answers it, and the page that says more. */
export interface Answer {
  readonly question: Label
  readonly value: Label
  readonly label: Label
  /** Of how many, of which year. */
  readonly basis: Label
  readonly path: string
}

/** The newest year with ten reports and more, else the newest; undefined where no year is known. */
export function pickYear(reports: readonly ReportRow[]): number | undefined {
  const years = [...Map.groupBy(reports, ({ year }) => year)]
    .flatMap(([year, own]) => (year === null ? [] : [{ year, count: own.length }]))
    .toSorted((a, b) => b.year - a.year)
  return (years.find(({ count }) => count >= fewestPeers) ?? years[0])?.year
}

const toDisclosureAnswer = (year: number, tally: Tally): Answer => ({
  question: { zh: '申请的信息公开了吗？', en: 'Was what was asked for disclosed?' },
  value: showDisclosure(tally),
  label: { zh: '公开或部分公开', en: 'granted, in full or in part' },
  basis: {
    zh: `${year} 年办结的 ${toGrouped(tally.results)} 件申请中有 ${toGrouped(tally.disclosed)} 件，取自 ${toGrouped(tally.answered)} 份报告`,
    en: `${toGrouped(tally.disclosed)} of ${toGrouped(tally.results)} ${plural(tally.results, 'result', 'results')} of ${year}, from ${toGrouped(tally.answered)} ${plural(tally.answered, 'report', 'reports')}`,
  },
  path: `/year/${year}/`,
})

/** The middle report: one agency with very many requests weighs no more than another. */
async function toMedianAnswer(year: number): Promise<Answer> {
  const { years } = await readDistribution('disclosure_rate')
  const spread = years.find((other) => other.year === year)?.all
  const [q1, median, q3] = spread?.quartiles ?? []
  const count = spread?.count ?? 0
  const n = toGrouped(count)
  const isGiven = q1 !== undefined && median !== undefined && q3 !== undefined
  return {
    question: { zh: '一般的机关公开多少？', en: 'How much does the middle agency disclose?' },
    value: isGiven ? { zh: toPercent(median), en: toPercent(median) } : { zh: '—', en: '—' },
    label: { zh: '各份报告公开率的中位数', en: 'median disclosure rate of the reports' },
    basis: isGiven
      ? {
          zh: `${year} 年办结满 30 件的 ${n} 份报告，中间一半在 ${toPercent(q1)} 至 ${toPercent(q3)} 之间`,
          en: `${n} reports of ${year} with 30 results and more; the middle half lies between ${toPercent(q1)} and ${toPercent(q3)}`,
        }
      : {
          zh: `${year} 年办结满 30 件的报告 ${n} 份，不足 ${fewestPeers} 份，不取中位数`,
          en: `${n} ${plural(count, 'report', 'reports')} of ${year} with 30 results and more: below ${fewestPeers} no median is taken`,
        },
    path: '/indicators/disclosure_rate/',
  }
}

const toRequestAnswer = (year: number, tally: Tally): Answer => ({
  question: { zh: '有没有人申请？', en: 'Did anybody ask?' },
  value: toShare(tally.withoutRequest, tally.printed, '份'),
  label: toLabel(tally.printed, reportName, { zh: '全年没有新收申请', en: 'record no new request' }),
  basis: {
    zh: `${year} 年印有此数的 ${toGrouped(tally.printed)} 份报告中有 ${toGrouped(tally.withoutRequest)} 份`,
    en: `${toGrouped(tally.withoutRequest)} of the ${toGrouped(tally.printed)} ${plural(tally.printed, 'report', 'reports')} of ${year} with that number`,
  },
  path: '/indicators/zero_requests/',
})

const toSumAnswer = (year: number, tally: Tally): Answer => ({
  question: { zh: '表中的数字对得上吗？', en: 'Do the numbers add up?' },
  value: toShare(tally.failing, tally.assessed, '份'),
  label: toLabel(tally.assessed, reportName, { zh: '至少有一项勾稽关系不符', en: 'fail at least one sum' }),
  basis: {
    zh: `${year} 年可以核对的 ${toGrouped(tally.assessed)} 份报告中有 ${toGrouped(tally.failing)} 份`,
    en: `${toGrouped(tally.failing)} of the ${toGrouped(tally.assessed)} assessable ${plural(tally.assessed, 'report', 'reports')} of ${year}`,
  },
  path: '/quality/',
})

/** Four questions about one year; none where no year is known. */
export async function toAnswers(reports: readonly ReportRow[]): Promise<readonly Answer[]> {
  const year = pickYear(reports)
  if (year === undefined) return []
  const tally = await toTally(reports.filter((report) => report.year === year))
  return [
    toDisclosureAnswer(year, tally),
    await toMedianAnswer(year),
    toRequestAnswer(year, tally),
    toSumAnswer(year, tally),
  ]
}
