import { readFileSync } from 'node:fs'
import { readSetting } from '@gongkai/schema'
import { readAll } from './read-rows.ts'

/** Reports of a run, unless the build says otherwise. */
export const usualRunSize = 2_000

/** Ids, each with the version of the data that its pages show. */
export type Versions = ReadonlyMap<string, string>

/** What one process of a build makes. */
export interface Run {
  /** Whether it makes what is neither of an agency or a report nor of a division. */
  readonly isRest: boolean
  /** Agencies whose pages it makes, and those of their reports. */
  readonly agency: Versions
  /** Divisions whose pages it makes. */
  readonly region: Versions
}

/**
 * Agencies in order, as many to a run as fill it with reports: an agency and its reports are made by one process.
 *
 * @param agencyIds of every report
 * @param size reports after which a run ends
 * @example toRuns(['a', 'b', 'b', 'c'], 2) // [['a', 'b'], ['c']]
 */
export function toRuns(agencyIds: readonly string[], size: number): readonly (readonly string[])[] {
  const runs: string[][] = []
  let room = 0
  for (const [id, own] of [...Map.groupBy(agencyIds, (agencyId) => agencyId)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (room <= 0) {
      runs.push([])
      room = size
    }
    runs.at(-1)?.push(id)
    room -= own.length
  }
  return runs
}

/** A run as the text that a process is told it by. */
export const toRunText = ({ isRest, agency, region }: Run): string =>
  JSON.stringify({ isRest, agency: [...agency], region: [...region] })

function loadRun(): Run | undefined {
  const file = readSetting(process.env, 'SITE_RUN')
  if (file === undefined) return undefined
  // The build wrote the file for this process, which is its own.
  const { isRest, agency, region } = JSON.parse(readFileSync(file, 'utf8'))
  return { isRest, agency: new Map(agency), region: new Map(region) }
}

/** What this process makes, as the build says it; undefined where it makes all of the site. */
export const ownRun: Run | undefined = loadRun()

async function readAgenciesOfRun(): Promise<ReadonlySet<string>> {
  return new Set(ownRun?.agency.keys() ?? (await readAll('reports')).map(({ agency_id }) => agency_id).toSorted())
}

let held: Promise<ReadonlySet<string>> | undefined

/** Agencies whose pages, and those of their reports, this process makes, sorted. */
export function readOwnAgencies(): Promise<ReadonlySet<string>> {
  held ??= readAgenciesOfRun()
  return held
}

/** Ids of the reports whose pages this process makes, in the order of the dataset. */
export async function readOwnReportIds(): Promise<readonly string[]> {
  const [own, reports] = await Promise.all([readOwnAgencies(), readAll('reports')])
  return reports.filter(({ agency_id }) => own.has(agency_id)).map(({ report_id }) => report_id)
}

/** Whether this process makes the pages of a division. */
export const isOwnRegion = (code: string): boolean => ownRun?.region.has(code) ?? true

/** Whether this process makes what is neither of an agency or a report nor of a division. */
export const isOfRest: boolean = ownRun?.isRest ?? true

/** Routes of pages that are of no agency, report or division: a run of those has none, and does not list them. */
export const ofRest = async <T>(list: () => readonly T[] | Promise<readonly T[]>): Promise<T[]> =>
  isOfRest ? [...(await list())] : []
