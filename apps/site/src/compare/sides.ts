import type { AgencyFile, AgencyFileReport } from '@gongkai/schema/browser'
import type { ReportRow } from '../data/rows.ts'
import type { Locale } from '../words/locale.ts'
import { toAgencyName } from '../words/report-names.ts'
import { toKey } from './comparison.ts'
import type { Side, SideCell } from './types.ts'

/** Id of the agency of a report; that of an agency stays. @example toAgencyId('110101-shuiwuju-2023') // '110101-shuiwuju' */
export const toAgencyId = (id: string): string => id.replace(/-(?:\d{4}|x)$/, '')

/** A report of an agency that the address asks for, or what is wrong. */
export interface Picked {
  readonly id: string
  readonly report: AgencyFileReport | undefined
  /** Every report of the agency, newest first. */
  readonly choices: readonly AgencyFileReport[]
}

/** The newest year that every one of some lists has. */
function findCommonYear(lists: readonly (readonly AgencyFileReport[])[]): number | undefined {
  const [first = [], ...others] = lists.map((list) => list.flatMap(({ report }) => report.year ?? []))
  return first.find((year) => others.every((years) => years.includes(year)))
}

/**
 * Finds what the address asks for. An agency stands for its report of the year that is asked for beside it, else of the
 * newest year that all have, else for its newest.
 *
 * @param files the file of the agency of each id; undefined where there is none
 */
export function pickReports(ids: readonly string[], files: readonly (AgencyFile | undefined)[]): readonly Picked[] {
  const yearOf = ({ report }: AgencyFileReport) => report.year ?? 0
  const listed = ids.map((id, i) => {
    const choices = (files[i]?.reports ?? []).toSorted((a, b) => yearOf(b) - yearOf(a))
    return { id, choices, named: choices.find(({ report }) => report.report_id === id) }
  })
  const asked = listed.flatMap(({ named }) => named?.report.year ?? [])
  const year = asked[0] ?? findCommonYear(listed.map(({ choices }) => choices).filter(({ length }) => length > 0))
  return listed.map(({ id, choices, named }) => {
    const isAgency = toAgencyId(id) === id
    const own = isAgency ? (choices.find(({ report }) => report.year === year) ?? choices[0]) : undefined
    return { id, choices, report: named ?? own }
  })
}

type FileCell = AgencyFileReport['tables'][string]['rows'][string][number]

function toSideCell(cell: NonNullable<FileCell>): SideCell {
  if (typeof cell === 'number') return { state: 'value', value: cell, raw: '' }
  return { state: cell.state, value: cell.state === 'value' ? cell.value : undefined, raw: cell.raw ?? '' }
}

function toCells(tables: AgencyFileReport['tables']): ReadonlyMap<string, SideCell> {
  const cells = new Map<string, SideCell>()
  for (const form of ['disclosure', 'requests', 'proceedings'] as const) {
    const { columns, rows } = tables[form] ?? { columns: [], rows: {} }
    for (const [row, own] of Object.entries(rows)) {
      for (const [i, cell] of own.entries()) {
        if (cell !== null) cells.set(toKey({ form, row, column: columns[i] ?? '' }, ''), toSideCell(cell))
      }
    }
  }
  return cells
}

/** Whose report it is, and the form that it follows. */
export const toHead = (report: AgencyFileReport['report'] | ReportRow, locale: Locale) => ({
  reportId: report.report_id,
  agencyId: report.agency_id,
  name: toAgencyName(report, locale),
  year: report.year,
  editions: {
    disclosure: report.disclosure_edition,
    requests: report.requests_edition,
    proceedings: report.proceedings_edition,
  },
})

/** A report as the comparison shows it. */
export function toSide({ report, outcomes, tables, results, in_doubt }: AgencyFileReport, locale: Locale): Side {
  return {
    ...toHead(report, locale),
    sums: outcomes.sums,
    cells: toCells(tables),
    doubts: new Set(in_doubt),
    results: new Map(Object.entries(results)),
  }
}
