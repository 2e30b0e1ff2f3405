import type { CarriedFile } from '@gongkai/schema'
import { scan } from '../data/read-rows.ts'
import type { ReportRow } from '../data/rows.ts'
import { carriedColumns } from './carried-columns.ts'

type Numbers = readonly (number | null)[]

let held: Promise<ReadonlyMap<string, Numbers>> | undefined

/** The row of each report, read once for all years. */
async function scanCarried(): Promise<ReadonlyMap<string, Numbers>> {
  const carried = new Map<string, Numbers>()
  const ids = carriedColumns.map(({ id }) => id)
  await scan('requests', ['report_id', 'row_id', ...ids], (row) => {
    if (row.row_id === 'carried_forward')
      carried.set(
        row.report_id,
        ids.map((id) => row[id]),
      )
  })
  return carried
}

/** What the reports of a year carried forward; those that print none of it are left out. */
export async function toCarriedFile(year: number, reports: readonly ReportRow[]): Promise<CarriedFile> {
  held ??= scanCarried()
  const carriedOf = await held
  return {
    year,
    columns: carriedColumns.map(({ id }) => id),
    reports: reports.flatMap((report) => {
      const carried = carriedOf.get(report.report_id) ?? []
      if (carried.every((value) => value === null)) return []
      const place = [report.province, report.prefecture, report.county, report.zone].filter(Boolean).join('')
      return {
        reportId: report.report_id,
        agencyId: report.agency_id,
        name: report.agency_name,
        place,
        carried: [...carried],
      }
    }),
  }
}
