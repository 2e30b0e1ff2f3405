import { findingStatuses, formIds, issueCodes, type Label, repairKinds } from '@gongkai/schema'
import { readAll } from '../data/read-rows.ts'
import { readReports } from '../data/reports.ts'
import type { DocumentRow, ReportRow } from '../data/rows.ts'
import { readSpammed } from '../data/spammed.ts'
import { stateWords } from '../words/cell-states.ts'
import { readCells, tableNames } from './cells.ts'
import { families, readChecks } from './checks.ts'
import { readIssues } from './issues.ts'
import { toOutcome, toOutcomeKind } from './ledger.ts'
import { readRepairs } from './repairs.ts'
import { once, type Tally } from './tally.ts'

/** A report, or a file that became none, with how often something was counted in it. */
export interface Entry {
  readonly report: ReportRow | undefined
  /** Path of the file, where it became no report. */
  readonly path: string | undefined
  readonly count: number
}

/** What a count of the quality page counts. */
export interface QualityList {
  readonly group: string
  readonly kind: string
  readonly label: Label
  readonly entries: readonly Entry[]
}

const join = (a: Label, b: Label): Label => ({ zh: `${a.zh}：${b.zh}`, en: `${a.en}: ${b.en}` })

/** Labels of every list that may be, by group and kind. */
const labels: Readonly<Record<string, ReadonlyMap<string, Label>>> = {
  cells: new Map(
    formIds.flatMap((id) =>
      Object.entries(stateWords).map(([state, { name }]) => [`${id}-${state}`, join(tableNames[id], name)] as const),
    ),
  ),
  checks: new Map(
    families.flatMap(({ id, label }) =>
      Object.entries(findingStatuses).map(([status, name]) => [`${id}-${status}`, join(label, name)] as const),
    ),
  ),
  repairs: new Map([
    ...Object.entries(repairKinds),
    ['foreign', { zh: '页面混入广告或镜像网站的文字', en: 'Foreign advertising or words of a mirror site' }],
  ]),
  issues: new Map(Object.entries(issueCodes)),
}

async function readTallies(): Promise<Readonly<Record<string, Tally>>> {
  const [cells, checks, repairs, issues, spammed] = await Promise.all([
    readCells(),
    readChecks(),
    readRepairs(),
    readIssues(),
    readSpammed(),
  ])
  const foreign = spammed.size > 0 ? [['foreign', spammed] as const] : []
  return { cells, checks, repairs: new Map([...repairs, ...foreign]), issues }
}

/** Files that became no report, by what became of them. */
async function readFileLists(reportOf: ReadonlyMap<string, ReportRow>): Promise<readonly QualityList[]> {
  const documents = (await readAll('documents')).filter(({ status }) => status !== 'extracted')
  const toEntry = ({ path, report_id }: DocumentRow): Entry => ({
    report: reportOf.get(report_id ?? ''),
    path,
    count: 1,
  })
  return [...Map.groupBy(documents, toOutcomeKind)].map(([kind, own]) => ({
    group: 'files',
    kind,
    label: toOutcome(own[0]?.status ?? '', own[0]?.reason ?? null),
    entries: own.map(toEntry),
  }))
}

async function makeLists(): Promise<readonly QualityList[]> {
  const [tallies, reports] = await Promise.all([readTallies(), readReports()])
  const reportOf = new Map(reports.map((report) => [report.report_id, report]))
  const places = new Map(reports.map(({ report_id }, index) => [report_id, index]))
  const placeOf = ([id]: readonly [string, number]) => places.get(id) ?? places.size
  const toEntries = (counts: ReadonlyMap<string, number>): readonly Entry[] =>
    [...counts]
      .toSorted((a, b) => placeOf(a) - placeOf(b) || (a[0] < b[0] ? -1 : 1))
      .map(([id, count]) => ({ report: reportOf.get(id), path: reportOf.has(id) ? undefined : id, count }))
  const lists = Object.entries(tallies).flatMap(([group, tally]) =>
    [...tally].map(([kind, counts]) => ({
      group,
      kind,
      label: labels[group]?.get(kind) ?? { zh: kind, en: kind },
      entries: toEntries(counts),
    })),
  )
  return [...lists, ...(await readFileLists(reportOf))]
}

/** Every list that a count of the quality page leads to. */
export const readQualityLists = once(makeLists)

/** A list for its page. @throws {RangeError} if nothing of that kind was counted */
export async function readQualityList(group: string, kind: string): Promise<QualityList> {
  const found = (await readQualityLists()).find((list) => list.group === group && list.kind === kind)
  if (!found) throw new RangeError(`Cannot list "${group}/${kind}": nothing was counted`)
  return found
}
