import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Run, toRuns, type Versions } from '../src/data/runs.ts'
import type { Shown } from '../src/data/shown-version.ts'
import { isPacked, type Layout } from '../src/packs/kinds.ts'
import { listPaths } from './folders.ts'
import type { KeptPages, PageFile, Pages } from './kept-pages.ts'
import type { PageSet } from './page-keys.ts'
import { toOwner, toOwnerName } from './page-owner.ts'
import { buildPages } from './page-process.ts'
import { inform } from './say.ts'
import { fitsPack, squashFile } from './squash.ts'

/** What a build of the site goes by. */
export interface Plan {
  /** Folder of the site in the making. */
  readonly site: string
  readonly layout: Layout
  /** Pages of agencies and divisions by their owners, in the order of the site. */
  readonly sets: ReadonlyMap<string, PageSet>
  /** Report → its agency. */
  readonly agencyOf: ReadonlyMap<string, string>
  readonly kept: KeptPages
}

/** Pages as the layout publishes them. @param folder where Astro left them */
async function toPages(folder: string, paths: readonly string[], layout: Layout): Promise<Pages> {
  const squashed = await Promise.all(
    paths.filter((path) => isPacked(path, layout)).map((path) => squashFile(folder, path)),
  )
  const packed = squashed.filter(fitsPack)
  const isFile = (path: string) => packed.every(([other]) => other !== path)
  const files = paths.filter(isFile).map((path): PageFile => [path, readFileSync(join(folder, path))])
  return { packed, files }
}

/** Keeps the pages of agencies and divisions that a process made, and takes them out of its folder. */
async function keepPages(folder: string, made: readonly PageSet[], plan: Plan): Promise<void> {
  const paths = Map.groupBy(listPaths(folder), (path) => toOwner(path, plan.agencyOf))
  for (const set of made) {
    const own = paths.get(toOwnerName(set)) ?? []
    if (own.length === 0) throw new Error(`Cannot keep the pages of "${toOwnerName(set)}": Astro made none`)
    plan.kept.keep(set.key, await toPages(folder, own, plan.layout))
    for (const path of own) rmSync(join(folder, path))
  }
}

const toVersions = (sets: readonly PageSet[], kind: Shown['kind']): Versions =>
  new Map(sets.filter((set) => set.kind === kind).map(({ id, version }) => [id, version]))

const toRun = (isRest: boolean, sets: readonly PageSet[]): Run => ({
  isRest,
  agency: toVersions(sets, 'agency'),
  region: toVersions(sets, 'region'),
})

/** Agencies of a list that lack their pages, in runs. */
function divide(lacking: readonly PageSet[], { agencyOf }: Plan, size: number): readonly (readonly PageSet[])[] {
  const byId = new Map(lacking.filter(({ kind }) => kind === 'agency').map((set) => [set.id, set]))
  const ids = [...agencyOf.values()].filter((id) => byId.has(id))
  return toRuns(ids, size).map((run) => run.flatMap((id) => byId.get(id) ?? []))
}

/**
 * Makes the pages that are not kept, and those that are of no agency, report or division: many in runs, of which only the
 * scripts and styles of the first are used, since all have the same.
 *
 * @param size reports of a run
 */
export async function makePages(plan: Plan, size: number): Promise<void> {
  const { site, sets, kept } = plan
  const lacking = [...sets.values()].filter(({ key }) => !kept.has(key))
  const count = (all: readonly PageSet[], kind: Shown['kind']) => all.filter((set) => set.kind === kind).length
  const say = (kind: Shown['kind']) => `${count(lacking, kind)} of ${count([...sets.values()], kind)}`
  inform(`pages of ${say('agency')} agencies and ${say('region')} divisions are made, the others are as they were`)
  const regions = lacking.filter(({ kind }) => kind === 'region')
  const runs = divide(lacking, plan, size)
  const first = runs.length > 1 ? regions : lacking
  await buildPages(site, toRun(true, first), kept.runFile)
  await keepPages(site, first, plan)
  if (runs.length <= 1) return
  const folder = join(site, '.run')
  for (const [i, run] of runs.entries()) {
    inform(`run ${i + 1} of ${runs.length}: ${size} reports and their agencies`)
    await buildPages(folder, toRun(false, run), kept.runFile)
    await keepPages(folder, run, plan)
    rmSync(folder, { recursive: true })
  }
}
