import { toPercent } from '../../../apps/site/src/words/format.ts'
import { describeSums } from '../../../apps/site/src/words/outcomes.ts'
import { toGrouped } from '../compared.ts'
import type { PublishedSpread } from './spreads.ts'
import { type ReportTotals, sumDisclosure, toStated } from './totals.ts'

const show = (count: number | null) => (count === null ? '—' : toGrouped(count))

/** What every list must say of a report in Chinese, in the order of `readListed`. */
export function toListedCells(report: ReportTotals): readonly string[] {
  const { day, isPublished, received, results, disclosed, declared, assessed, failed } = report
  return [
    day === '' ? '未载明' : `${day}${isPublished ? '' : '落款日期'}`,
    show(received),
    show(results),
    results === null || disclosed === null ? '—' : toStated(disclosed, results, '件'),
    describeSums({ declared, assessed, failed }).zh,
  ]
}

/** The four headlines over some reports, in the order of `readHeadlines`. */
export function toHeadlines(own: readonly ReportTotals[]): readonly (readonly string[])[] {
  const sum = (count: (report: ReportTotals) => number) => own.reduce((total, report) => total + count(report), 0)
  const printed = own.filter(({ received }) => received !== null)
  const none = printed.filter(({ received }) => received === 0).length
  const assessed = own.filter((report) => report.assessed > 0)
  const failing = assessed.filter(({ failed }) => failed > 0).length
  const [cells, found, numbers] = [sum((one) => one.cells), sum((one) => one.found), sum((one) => one.numbers)]
  const agencies = new Set(own.map(({ agencyId }) => agencyId)).size
  return [
    [toGrouped(own.length), `来自 ${toGrouped(agencies)} 个机关`],
    [toStated(none, printed.length, '份'), `印有此数的 ${printed.length} 份报告中有 ${none} 份`],
    [
      toStated(found, cells, '格'),
      `${toGrouped(cells)} 格中找到 ${toGrouped(found)} 格，其中 ${toGrouped(numbers)} 格印有数字`,
    ],
    [toStated(failing, assessed.length, '份'), `可以核对的 ${assessed.length} 份报告中有 ${failing} 份`],
  ]
}

/** The four answers of the home page on one year: the value of each, and what it rests on. */
export function toAnswers(
  own: readonly ReportTotals[],
  spread: PublishedSpread | undefined,
): readonly (readonly string[])[] {
  const year = own[0]?.year
  const { answered, results, disclosed } = sumDisclosure(own)
  const [, requests = [], , sums = []] = toHeadlines(own)
  const [lower = '', median = '', upper = ''] = spread?.quartiles?.map(toPercent) ?? []
  const n = spread?.count ?? 0
  return [
    [
      toStated(disclosed, results, '件'),
      `${year} 年办结的 ${toGrouped(results)} 件申请中有 ${toGrouped(disclosed)} 件，取自 ${answered} 份报告`,
    ],
    n < 10
      ? ['—', `${year} 年办结满 30 件的报告 ${n} 份，不足 10 份，不取中位数`]
      : [median, `${year} 年办结满 30 件的 ${n} 份报告，中间一半在 ${lower} 至 ${upper} 之间`],
    [requests[0] ?? '', `${year} 年${requests[1]}`],
    [sums[0] ?? '', `${year} 年${sums[1]}`],
  ]
}
