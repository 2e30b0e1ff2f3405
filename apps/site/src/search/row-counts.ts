import { readAll, scan } from '../data/read-rows.ts'
import type { Regions, SearchReport } from './report.ts'

/** What the search knows of the numbers of a report. */
export type Counts = Pick<SearchReport, 'received' | 'results' | 'disclosed' | 'refused' | 'rows'>

interface Growing {
  received: number | null
  results: number | null
  readonly groups: Map<string, number | null>
  readonly rows: Set<string>
}

function toCounts({ received, results, groups, rows }: Growing): Counts {
  const [full = null, part = null] = [groups.get('granted'), groups.get('granted_in_part')]
  return {
    received,
    results,
    disclosed: full === null || part === null ? null : full + part,
    refused: groups.get('refused') ?? null,
    rows: [...rows],
  }
}

/** Numbers of every report, by its id: from the totals of 表三 and 表四 and from the groups of results. */
export async function readCounts(): Promise<(reportId: string) => Counts> {
  const growing = new Map<string, Growing>()
  const of = (id: string): Growing => {
    const own = growing.get(id) ?? { received: null, results: null, groups: new Map(), rows: new Set<string>() }
    growing.set(id, own)
    return own
  }
  const note = (id: string, row: string, count: number | null) => {
    if (count !== null && count !== 0) of(id).rows.add(row)
  }
  await scan('requests', ['report_id', 'row_id', 'total'], ({ report_id, row_id, total }) => {
    note(report_id, row_id, total)
    if (row_id === 'new_received') of(report_id).received = total
  })
  await scan('proceedings', ['report_id', 'row_id', 'total'], ({ report_id, row_id, total }) =>
    note(report_id, row_id, total),
  )
  await scan('outcomes', ['report_id', 'group_id', 'request_count', 'results_sum'], (row) => {
    note(row.report_id, row.group_id, row.request_count)
    of(row.report_id).groups.set(row.group_id, row.request_count)
    of(row.report_id).results = row.results_sum
  })
  return (reportId) => toCounts(of(reportId))
}

/** The divisions of some reports and those above them. */
export async function readRegions(codes: readonly string[]): Promise<Regions> {
  const rows = new Map((await readAll('regions')).map((row) => [row.region_code, row]))
  const regions = new Map<string, { name: string; nameEn: string; parent: string }>()
  const add = (code: string) => {
    const row = rows.get(code)
    if (!row || regions.has(code)) return
    regions.set(code, { name: row.name, nameEn: row.name_en ?? '', parent: row.parent_code ?? '' })
    add(row.parent_code ?? '')
  }
  for (const code of [...new Set(codes)].sort()) add(code)
  return regions
}
