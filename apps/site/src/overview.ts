import { documentStatuses, type Label, reasonCodes } from '@gongkai/schema'
import { readAll, readColumn, scan } from './data.ts'
import { toGrouped, toLabel, toPercent } from './format.ts'
import { readEnglishNames } from './regions.ts'
import type { ReportRow } from './rows.ts'
import { tiles } from './tiles.ts'

/** A headline figure and the number of reports or cells it rests on. */
export interface Figure {
  readonly value: string
  readonly label: Label
  readonly basis: Label
}

/** Something counted. */
export interface Count {
  readonly label: Label
  readonly count: number
  /** Path of the page that lists what was counted. */
  readonly path?: string
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const unique = (values: readonly unknown[]): number => new Set(values).size

let received: Promise<ReadonlyMap<string, number>> | undefined

async function scanReceived(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  await scan('requests', ['report_id', 'row_id', 'total'], ({ report_id, row_id, total }) => {
    if (row_id === 'new_received' && total !== null) counts.set(report_id, total)
  })
  return counts
}

/** Report id → new requests received, of the reports that print a number there. */
export function readReceived(): Promise<ReadonlyMap<string, number>> {
  received ??= scanReceived()
  return received
}

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

/** Report years held, newest first. */
export async function readYearNumbers(): Promise<readonly number[]> {
  const years = (await readColumn('reports', 'year')).filter((year) => typeof year === 'number')
  return [...new Set(years)].sort((a, b) => b - a)
}

/** Reports by year, newest first; those of an unknown year last. */
export async function readYears(): Promise<readonly Count[]> {
  const years = await readColumn('reports', 'year')
  const countOf = (wanted: number | null) => years.filter((year) => year === wanted).length
  const known = (await readYearNumbers()).map((year) => ({
    label: { zh: `${year}`, en: `${year}` },
    count: countOf(year),
    path: `/year/${year}/`,
  }))
  const unknown = countOf(null)
  return unknown > 0 ? [...known, { label: { zh: '年度不详', en: 'Year unknown' }, count: unknown }] : known
}

function toOutcome(status: string, reason: string | null): Label {
  const outcome = toLabel(documentStatuses, status) ?? { zh: status, en: status }
  const why = toLabel(reasonCodes, reason)
  return why ? { zh: `${outcome.zh}：${why.zh}`, en: `${outcome.en}: ${why.en}` } : outcome
}

/** Input files by what became of them, with the reason; most first. */
export async function readOutcomes(): Promise<readonly Count[]> {
  const documents = await readAll('documents')
  const groups = Map.groupBy(documents, ({ status, reason }) => `${status} ${reason ?? ''}`)
  return [...groups]
    .toSorted(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .map(([, list]) => ({ label: toOutcome(list[0]?.status ?? '', list[0]?.reason ?? null), count: list.length }))
}

/** One province of the tile grid. */
export interface ProvinceTile {
  readonly code: string
  readonly short: string
  readonly name: string
  readonly nameEn: string
  readonly column: number
  readonly row: number
  /** Reports held; undefined where the regulation does not apply. */
  readonly count: number | undefined
}

/** The tile grid with the number of some reports, by province. */
export async function toProvinceTiles(reports: readonly ReportRow[]): Promise<readonly ProvinceTile[]> {
  const names = await readEnglishNames()
  const provinceOf = ({ region_code: code }: ReportRow) => (code === null ? '' : `${code.slice(0, 2)}0000`)
  const counts = Map.groupBy(reports, provinceOf)
  return tiles.map(({ applies, ...tile }) => ({
    ...tile,
    nameEn: names.get(tile.code) ?? tile.name,
    count: applies ? (counts.get(tile.code)?.length ?? 0) : undefined,
  }))
}
