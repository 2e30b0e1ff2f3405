import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beginFolder, recoverFolder } from '@gongkai/disk'
import { readSetting } from '@gongkai/schema'
import { readColumn } from '../src/data/read-rows.ts'
import { type Run, toRuns } from '../src/data/runs.ts'
import { readStamp } from '../src/data/stamps.ts'
import { readCommit } from './commit.ts'
import { finishSite, sayWhatIsUnset } from './finish.ts'
import { type KeptPages, openKeptPages } from './kept-pages.ts'
import { listPaths } from './pack-files.ts'
import { beginPages, chooseLayout, type PagePacker } from './pack-pages.ts'
import { readPageKeys } from './page-keys.ts'
import { toOwner } from './page-owner.ts'
import { buildPages } from './page-process.ts'
import { inform, sayCost } from './say.ts'
import { beginList, type PageList } from './sitemap.ts'

/** The folder of the application. */
const app = join(import.meta.dirname, '..')

/** What a build of the site goes by. */
interface Plan {
  /** Folder of the site in the making. */
  readonly site: string
  /** Agency → the key of its pages, in the order of the site. */
  readonly keys: ReadonlyMap<string, string>
  /** Report → its agency. */
  readonly agencyOf: ReadonlyMap<string, string>
  readonly kept: KeptPages
}

/** Report → its agency. */
async function readAgencies(): Promise<ReadonlyMap<string, string>> {
  const [reports, agencies] = [await readColumn('reports', 'report_id'), await readColumn('reports', 'agency_id')]
  return new Map(reports.map((report, index) => [String(report), String(agencies[index])]))
}

/** Keeps the pages of agencies that a process made, and takes them out of its folder. */
function keepPages(folder: string, run: Run, { keys, agencyOf, kept }: Plan): void {
  const paths = Map.groupBy(listPaths(folder), (path) => toOwner(path, agencyOf))
  for (const agency of run.agencies) {
    const own = paths.get(agency) ?? []
    if (own.length === 0) throw new Error(`Cannot keep the pages of "${agency}": Astro made none`)
    const pages = own.map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const)
    kept.keep(agency, keys.get(agency) ?? '', pages)
    for (const path of own) rmSync(join(folder, path))
  }
}

/**
 * Makes the pages that are not kept, and those that are neither of an agency nor of a report: many in runs, of which only
 * the scripts and styles of the first are used, since all have the same.
 *
 * @param size reports of a run
 */
async function makePages(plan: Plan, size: number): Promise<void> {
  const { site, keys, agencyOf, kept } = plan
  const lacking = [...agencyOf.values()].filter((agency) => !kept.has(agency, keys.get(agency) ?? ''))
  const runs = toRuns(lacking, size)
  inform(`pages of ${new Set(lacking).size} of ${keys.size} agencies are made, the others are as they were`)
  const whole: Run = { isRest: true, agencies: runs.length > 1 ? [] : (runs[0] ?? []) }
  await buildPages(site, whole, kept.runFile)
  keepPages(site, whole, plan)
  if (runs.length <= 1) return
  const folder = join(site, '.run')
  for (const [i, agencies] of runs.entries()) {
    inform(`run ${i + 1} of ${runs.length}: ${size} reports and their agencies`)
    const run: Run = { isRest: false, agencies }
    await buildPages(folder, run, kept.runFile)
    keepPages(folder, run, plan)
    rmSync(folder, { recursive: true })
  }
}

/** Puts the pages of all agencies into the site. */
async function putPages({ site, keys, kept }: Plan, list: PageList, packer: PagePacker | undefined): Promise<void> {
  const stamp = await readStamp()
  for (const [agency, key] of keys) {
    const pages = kept.take(agency, key).map(([path, text]) => [path, stamp(text)] as const)
    for (const [path] of pages) await list.add(path)
    for (const [path, text] of packer ? await packer.addPages(pages) : pages) {
      mkdirSync(dirname(join(site, path)), { recursive: true })
      writeFileSync(join(site, path), text)
    }
  }
}

/** Stamps and lists the pages that are neither of an agency nor of a report. */
async function stampRest(site: string, list: PageList): Promise<void> {
  const stamp = await readStamp()
  for (const path of listPaths(site)) {
    await list.add(path)
    if (path.endsWith('.html')) writeFileSync(join(site, path), stamp(readFileSync(join(site, path), 'utf8')))
  }
}

/** Fills the folder of a site. @param size reports of a run */
async function fillSite(plan: Plan, size: number): Promise<void> {
  const { site, agencyOf } = plan
  const base = readSetting(process.env, 'BASE_PATH') ?? '/'
  const layout = chooseLayout(agencyOf.size)
  await makePages(plan, size)
  const list = beginList(site, readSetting(process.env, 'SITE_URL'), base)
  await stampRest(site, list)
  const packer = layout === 'plain' ? undefined : beginPages(site, layout, base)
  await putPages(plan, list, packer)
  await list.end()
  const packed = await packer?.end()
  if (packed) inform(`layout "${layout}": pages are in packs/${packed.version} (docs/deploy.md)`)
  await finishSite(site, base)
}

/**
 * Builds the site beside the one before and puts it in its place in one step: killed at any moment, the old or the new site
 * is whole. What a killed build left is swept first. Pages of agencies are kept beside it, and made again only where what
 * they show is another.
 *
 * @param out folder of the site
 * @param size reports of a run: more are made by several processes, one after the other
 */
export async function buildSite(out: string, size: number): Promise<void> {
  process.env['BUILD_COMMIT'] ||= readCommit(app) ?? ''
  sayWhatIsUnset()
  const agencyOf = await readAgencies()
  const keys = await readPageKeys([...agencyOf.values()])
  const kept = openKeptPages(join(dirname(out), `.${basename(out)}-pages`))
  for (const left of recoverFolder(out)) rmSync(left, { recursive: true, force: true })
  const folder = beginFolder(out)
  try {
    await fillSite({ site: folder.path, keys, agencyOf, kept }, size)
    folder.publish()
    sayCost('all besides')
  } finally {
    folder.discard()
  }
  kept.forgetOthers(keys)
}
