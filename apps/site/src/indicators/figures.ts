import type { Label } from '@gongkai/schema'
import type { ReportRow } from '../data/rows.ts'
import { toGrouped, toPercent } from '../words/format.ts'
import { readReceived } from './received.ts'

/** A headline figure and the number of reports or cells it rests on. */
export interface Figure {
  readonly value: string
  readonly label: Label
  readonly basis: Label
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const unique = (values: readonly unknown[]): number => new Set(values).size

function describeReading(reports: readonly ReportRow[]): readonly Figure[] {
  const expected = sum(reports.map((report) => report.cells_expected))
  const read = sum(reports.map((report) => report.cells_read))
  const assessed = reports.filter((report) => report.edits_assessed > 0)
  const failing = assessed.filter((report) => report.edits_failed > 0).length
  return [
    {
      value: toPercent(read, expected),
      label: { zh: '的法定表格单元格读出了数值', en: 'of the cells of the statutory tables hold a number' },
      basis: {
        zh: `${toGrouped(expected)} 格中有 ${toGrouped(read)} 格`,
        en: `${toGrouped(read)} of ${toGrouped(expected)} cells`,
      },
    },
    {
      value: toPercent(failing, assessed.length),
      label: { zh: '的报告至少有一项勾稽关系不符', en: 'of the reports fail at least one sum' },
      basis: {
        zh: `可以核对的 ${toGrouped(assessed.length)} 份报告中有 ${toGrouped(failing)} 份`,
        en: `${toGrouped(failing)} of the ${toGrouped(assessed.length)} that can be assessed`,
      },
    },
  ]
}

/** Headline figures of some reports, each with its basis. */
export async function toFigures(reports: readonly ReportRow[]): Promise<readonly Figure[]> {
  const all = await readReceived()
  const counts = reports.flatMap((report) => all.get(report.report_id) ?? [])
  const none = counts.filter((count) => count === 0).length
  const agencies = toGrouped(unique(reports.map((report) => report.agency_id)))
  return [
    {
      value: toGrouped(reports.length),
      label: { zh: '份年度报告', en: reports.length === 1 ? 'yearly report' : 'yearly reports' },
      basis: { zh: `来自 ${agencies} 个机关`, en: `Agencies: ${agencies}` },
    },
    {
      value: toPercent(none, counts.length),
      label: { zh: '的报告全年没有收到申请', en: 'of the reports record no request' },
      basis: {
        zh: `印有此数的 ${toGrouped(counts.length)} 份报告中有 ${toGrouped(none)} 份`,
        en: `${toGrouped(none)} of the ${toGrouped(counts.length)} that print the number`,
      },
    },
    ...describeReading(reports),
  ]
}
