import { findingStatuses, formIds, issueCodes, type Label, repairKinds } from '@gongkai/schema'
import { readReports } from '../data/reports.ts'
import type { ReportRow } from '../data/rows.ts'
import { readSpammed } from '../data/spammed.ts'
import { stateWords } from '../words/cell-states.ts'
import { readCells, tableNames } from './cells.ts'
import { families, readChecks } from './checks.ts'
import { readIssues } from './issues.ts'
import { type LedgerRow, readLedger, toOutcome, toOutcomeKind } from './ledger.ts'
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

/** Every report by id, newest first. */
const readReportsById = once(
  async (): Promise<ReadonlyMap<string, ReportRow>> =>
    new Map((await readReports()).map((report) => [report.report_id, report])),
)

/** Every report's place in the order of lists. */
const readPlaces = once(async (): Promise<ReadonlyMap<string, number>> => {
  const ids = (await readReportsById()).keys()
  return new Map([...ids].map((id, place) => [id, place]))
})

/** Files that became no report, by what became of them. */
const groupFiles = async () => Map.groupBy(await readLedger(), toOutcomeKind)

/** Group and kind of every list that a count of the quality page leads to. */
export async function readQualityLists(): Promise<readonly Pick<QualityList, 'group' | 'kind'>[]> {
  const tallies = Object.entries(await readTallies())
  return [
    ...tallies.flatMap(([group, tally]) => [...tally.keys()].map((kind) => ({ group, kind }))),
    ...[...(await groupFiles()).keys()].map((kind) => ({ group: 'files', kind })),
  ]
}

/** A list of files that became no report; undefined where there is none of that kind. */
async function readFileList(kind: string): Promise<QualityList | undefined> {
  const files = (await groupFiles()).get(kind)
  if (!files) return undefined
  const reportOf = await readReportsById()
  const toEntry = ({ path, report_id }: LedgerRow): Entry => ({ report: reportOf.get(report_id ?? ''), path, count: 1 })
  const label = toOutcome(files[0]?.status ?? '', files[0]?.reason ?? null)
  return { group: 'files', kind, label, entries: files.map(toEntry) }
}

/** A list of what was counted in reports; undefined where nothing of that kind was. */
async function readCountedList(group: string, kind: string): Promise<QualityList | undefined> {
  const counts = (await readTallies())[group]?.get(kind)
  if (!counts) return undefined
  const [reportOf, places] = await Promise.all([readReportsById(), readPlaces()])
  const placeOf = ([id]: readonly [string, number]) => places.get(id) ?? places.size
  const sorted = [...counts].toSorted((a, b) => placeOf(a) - placeOf(b) || (a[0] < b[0] ? -1 : 1))
  const toEntry = ([id, count]: readonly [string, number]): Entry => {
    const report = reportOf.get(id)
    return { report, path: report ? undefined : id, count }
  }
  const label = labels[group]?.get(kind) ?? { zh: kind, en: kind }
  return { group, kind, label, entries: sorted.map(toEntry) }
}

/**
 * A list for its page, made anew each time: together they have many times the entries of all reports.
 *
 * @throws {RangeError} if nothing of that kind was counted
 */
export async function readQualityList(group: string, kind: string): Promise<QualityList> {
  const found = await (group === 'files' ? readFileList(kind) : readCountedList(group, kind))
  if (!found) throw new RangeError(`Cannot list "${group}/${kind}": nothing was counted`)
  return found
}
