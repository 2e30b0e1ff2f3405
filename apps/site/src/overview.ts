import { documentStatuses, type Label, reasonCodes } from '@gongkai/schema'
import { readAll, readColumn } from './data.ts'
import { toGrouped, toLabel, toPercent } from './format.ts'
import { readRegions } from './regions.ts'
import type { ReportRow } from './rows.ts'
import { tiles } from './tiles.ts'

/** A headline figure and the number of reports or cells it rests on. */
export interface Figure {
  readonly value: string
  readonly label: Label
  readonly basis: string
}

/** Something counted. */
export interface Count {
  readonly label: string
  readonly count: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const unique = (values: readonly unknown[]): number => new Set(values).size

function toCounts(values: readonly string[]): readonly Count[] {
  const counts = Map.groupBy(values, (value) => value)
  return [...counts]
    .map(([label, list]) => ({ label, count: list.length }))
    .sort((a, b) => (a.label < b.label ? -1 : 1))
}

/** Values of the cell 本年新收 · 总计, of the reports that print a number there. */
async function readReceived(): Promise<readonly number[]> {
  const [keys, states, values] = await Promise.all([
    readColumn('cells', 'key'),
    readColumn('cells', 'state'),
    readColumn('cells', 'value'),
  ])
  const received = values.filter(
    (_, index) => keys[index] === 'requests.new_received.total' && states[index] === 'value',
  )
  return received.filter((value) => typeof value === 'number')
}

function describeReading(reports: readonly ReportRow[]): readonly Figure[] {
  const expected = sum(reports.map((report) => report.cells_expected))
  const read = sum(reports.map((report) => report.cells_read))
  const assessed = reports.filter((report) => report.edits_assessed > 0)
  const failing = assessed.filter((report) => report.edits_failed > 0).length
  return [
    {
      value: toPercent(read, expected),
      label: { zh: '法定表格的单元格读出了数值', en: 'cells read as numbers' },
      basis: `${toGrouped(read)} / ${toGrouped(expected)} 个单元格`,
    },
    {
      value: toPercent(failing, assessed.length),
      label: { zh: '的报告至少有一项勾稽关系不符', en: 'reports with a failing sum' },
      basis: `${toGrouped(failing)} / n = ${toGrouped(assessed.length)} 份可核对的报告`,
    },
  ]
}

/** Headline figures, each with its basis. */
export async function readFigures(): Promise<readonly Figure[]> {
  const [reports, received] = await Promise.all([readAll('reports'), readReceived()])
  const none = received.filter((value) => value === 0).length
  return [
    {
      value: toGrouped(reports.length),
      label: { zh: '份年度报告', en: 'yearly reports' },
      basis: `${toGrouped(unique(reports.map((report) => report.agency_id)))} 个机关`,
    },
    {
      value: toPercent(none, received.length),
      label: { zh: '的报告全年没有收到申请', en: 'reports without a single request' },
      basis: `${toGrouped(none)} / n = ${toGrouped(received.length)} 份印有此数的报告`,
    },
    ...describeReading(reports),
  ]
}

/** Reports by year, oldest first. */
export async function readYears(): Promise<readonly Count[]> {
  return toCounts((await readColumn('reports', 'year')).map((year) => (year === null ? '年度不详' : String(year))))
}

/** Input files by what became of them, with the reason. */
export async function readOutcomes(): Promise<readonly Count[]> {
  const documents = await readAll('documents')
  const name = (status: string, reason: string | null) =>
    [toLabel(documentStatuses, status)?.zh, toLabel(reasonCodes, reason)?.zh]
      .filter((part) => part !== undefined)
      .join('：')
  return toCounts(documents.map(({ status, reason }) => name(status, reason))).toSorted((a, b) => b.count - a.count)
}

/** One province of the tile grid. */
export interface ProvinceTile {
  readonly code: string
  readonly short: string
  readonly name: string
  readonly column: number
  readonly row: number
  /** Reports held; undefined where the regulation does not apply. */
  readonly count: number | undefined
}

/** The tile grid with report counts. */
export async function readProvinces(): Promise<readonly ProvinceTile[]> {
  const regions = await readRegions()
  return tiles.map(({ applies, ...tile }) => ({
    ...tile,
    count: applies ? (regions.get(tile.code)?.reportCount ?? 0) : undefined,
  }))
}
