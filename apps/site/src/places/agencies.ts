import { readColumn, readWhere } from '../data/read-rows.ts'
import { byYear } from '../data/reports.ts'
import type { AgencyRow, ReportRow } from '../data/rows.ts'
import { readOwnAgencies } from '../data/runs.ts'
import type { Locale } from '../words/locale.ts'
import { toAgencyName } from '../words/report-names.ts'

/** Ids of every agency with a report. */
export async function readAgencyIds(): Promise<readonly string[]> {
  return [...new Set((await readColumn('reports', 'agency_id')).map(String))].sort()
}

/** Ids of the agencies whose years are drawn: two reports of a known year or more. Of those that this process makes. */
export async function readChartedIds(): Promise<readonly string[]> {
  const agencies = await Promise.all([...(await readOwnAgencies())].map((id) => readAgency(id)))
  const isDrawn = ({ reports }: AgencyView) => reports.filter(({ year }) => year !== null).length > 1
  return agencies.filter(isDrawn).map(({ id }) => id)
}

/** An agency and its reports. */
export interface AgencyView {
  readonly id: string
  readonly name: string
  /** Other names printed over the years. */
  readonly otherNames: readonly string[]
  readonly regionCode: string | null
  readonly reports: readonly ReportRow[]
}

/** What is known of an agency; its row may be lacking where the agency is unknown. */
export async function readAgency(id: string, locale: Locale = 'zh'): Promise<AgencyView> {
  const reports = (await readWhere('reports', 'agency_id', id)).toSorted(byYear)
  const agency: AgencyRow | undefined = (await readWhere('agencies', 'agency_id', id))[0]
  const row = agency ?? reports[0] ?? { agency_name: null }
  const name = toAgencyName(row, locale)
  return {
    id,
    name,
    otherNames: (agency?.names ?? []).filter((other) => other !== row.agency_name),
    regionCode: agency?.region_code ?? reports[0]?.region_code ?? null,
    reports,
  }
}
