import { readSetting } from '@gongkai/schema'
import { readColumn } from './read-rows.ts'

/** Reports of a run, unless the build says otherwise. */
export const usualRunSize = 2_000

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

const readAgencyIdsOfReports = async () => (await readColumn('reports', 'agency_id')).map(String)

/** In how many runs the agencies and reports of the dataset are made. */
export const countRuns = async (size: number): Promise<number> => toRuns(await readAgencyIdsOfReports(), size).length

/** How many reports the dataset holds. */
export const countReports = async (): Promise<number> => (await readAgencyIdsOfReports()).length

/** A part of a site that is built by several processes. */
interface Run {
  /** 0 is the rest: what is neither of an agency nor of a report. */
  readonly number: number
  /** Reports after which a run ends. */
  readonly size: number
}

/** The part that this process makes, as the build says it; undefined for all of the site. */
export function readRun(): Run | undefined {
  const [number, size] = readSetting(process.env, 'SITE_RUN')?.split('/') ?? []
  return number === undefined ? undefined : { number: Number(number), size: Number(size) }
}

async function readAgenciesOfRun(): Promise<ReadonlySet<string>> {
  const { number, size } = readRun() ?? { number: 1, size: Number.POSITIVE_INFINITY }
  return new Set(toRuns(await readAgencyIdsOfReports(), size)[number - 1])
}

let held: Promise<ReadonlySet<string>> | undefined

/** Agencies whose pages, and those of their reports, this process makes, sorted. */
export function readOwnAgencies(): Promise<ReadonlySet<string>> {
  held ??= readAgenciesOfRun()
  return held
}

/** Ids of the reports whose pages this process makes, in the order of the dataset. */
export async function readOwnReportIds(): Promise<readonly string[]> {
  const [own, ids, agencies] = await Promise.all([
    readOwnAgencies(),
    readColumn('reports', 'report_id'),
    readAgencyIdsOfReports(),
  ])
  return ids.map(String).filter((_, i) => own.has(agencies[i] ?? ''))
}

/** Whether this process makes what is neither of an agency nor of a report. */
export const isOfRest: boolean = (readRun()?.number ?? 0) === 0

/** Routes of pages that are neither of an agency nor of a report: a run of those has none, and does not list them. */
export const ofRest = async <T>(list: () => readonly T[] | Promise<readonly T[]>): Promise<T[]> =>
  isOfRest ? [...(await list())] : []
