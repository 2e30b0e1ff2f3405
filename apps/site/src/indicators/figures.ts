import { countFound, type Label } from '@gongkai/schema'
import { type Outcomes, readOutcomes } from '../data/outcomes.ts'
import type { ReportRow } from '../data/rows.ts'
import { isFew, plural, toGrouped, toShare } from '../words/format.ts'
import { readReceived } from './received.ts'

/** A headline figure and the number of reports or cells it rests on. */
export interface Figure {
  readonly value: Label
  readonly label: Label
  readonly basis: Label
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const unique = (values: readonly unknown[]): number => new Set(values).size

/** Says of which a share is; behind counts in words other words stand than behind a percentage. */
export function toLabel(whole: number, measured: Label, rest: Label): Label {
  if (isFew(whole)) return rest
  return { zh: `的${measured.zh}${rest.zh}`, en: `of the ${measured.en} ${rest.en}` }
}

export const reportName: Label = { zh: '报告', en: 'reports' }

function toRequestFigure(counts: readonly number[]): Figure {
  const none = counts.filter((count) => count === 0).length
  return {
    value: toShare(none, counts.length, '份'),
    label: toLabel(counts.length, reportName, { zh: '全年没有收到申请', en: 'record no request' }),
    basis: {
      zh: `印有此数的 ${toGrouped(counts.length)} 份报告中有 ${toGrouped(none)} 份`,
      en: `${toGrouped(none)} of the ${toGrouped(counts.length)} that print the number`,
    },
  }
}

function toCellFigure(reports: readonly ReportRow[]): Figure {
  const expected = sum(reports.map((report) => report.cells_expected))
  const found = sum(reports.map(countFound))
  const read = sum(reports.map((report) => report.cells_read))
  const name = { zh: '法定表格单元格', en: 'cells of the statutory tables' }
  return {
    value: toShare(found, expected, '格'),
    label: toLabel(expected, name, { zh: '在文中找到了', en: 'were found' }),
    basis: {
      zh: `${toGrouped(expected)} 格中找到 ${toGrouped(found)} 格，其中 ${toGrouped(read)} 格印有数字`,
      en: `${toGrouped(found)} of ${toGrouped(expected)} ${plural(expected, 'cell', 'cells')}, ${toGrouped(read)} of them with a number`,
    },
  }
}

function toSumFigure(outcomes: readonly Outcomes[]): Figure {
  const assessed = outcomes.filter(({ sums }) => sums !== 'not_assessable').length
  const failing = outcomes.filter(({ sums }) => sums === 'fail').length
  return {
    value: toShare(failing, assessed, '份'),
    label: toLabel(assessed, reportName, { zh: '至少有一项勾稽关系不符', en: 'fail at least one sum' }),
    basis: {
      zh: `可以核对的 ${toGrouped(assessed)} 份报告中有 ${toGrouped(failing)} 份`,
      en: `${toGrouped(failing)} of the ${toGrouped(assessed)} that can be assessed`,
    },
  }
}

/** Headline figures of some reports, each with its basis. */
export async function toFigures(reports: readonly ReportRow[]): Promise<readonly Figure[]> {
  const [received, outcomesOf] = await Promise.all([readReceived(), readOutcomes()])
  const agencies = toGrouped(unique(reports.map((report) => report.agency_id)))
  const count = toGrouped(reports.length)
  return [
    {
      value: { zh: count, en: count },
      label: { zh: '份年度报告', en: plural(reports.length, 'yearly report', 'yearly reports') },
      basis: { zh: `来自 ${agencies} 个机关`, en: `Agencies: ${agencies}` },
    },
    toRequestFigure(reports.flatMap((report) => received.get(report.report_id) ?? [])),
    toCellFigure(reports),
    toSumFigure(reports.map(outcomesOf)),
  ]
}
