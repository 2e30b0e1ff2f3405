import { rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beginFolder, recoverFolder } from '@gongkai/disk'
import { readSetting } from '@gongkai/schema'
import { readColumn } from '../src/data/read-rows.ts'
import { readCommit } from './commit.ts'
import { finishSite, sayWhatIsUnset } from './finish.ts'
import { listPaths, removeEmpty } from './folders.ts'
import { openKeptPages } from './kept-pages.ts'
import { makePages, type Plan } from './make-pages.ts'
import { beginPages, chooseLayout, type PagePacker } from './pack-pages.ts'
import { readPageSets } from './page-keys.ts'
import { inform, sayCost } from './say.ts'
import { beginFiles, leaveFrames } from './site-files.ts'
import { beginList, type PageList } from './sitemap.ts'

/** The folder of the application. */
const app = join(import.meta.dirname, '..')

/** Report → its agency. */
async function readAgencies(): Promise<ReadonlyMap<string, string>> {
  const [reports, agencies] = [await readColumn('reports', 'report_id'), await readColumn('reports', 'agency_id')]
  return new Map(reports.map((report, index) => [String(report), String(agencies[index])]))
}

/** Puts the pages of all agencies and divisions into the site. */
async function putPages({ site, sets, kept }: Plan, list: PageList, packer: PagePacker | undefined): Promise<void> {
  const siteFiles = beginFiles(site, kept.frames)
  for (const { key } of sets.values()) {
    const { packed, files } = kept.take(key)
    for (const [path] of [...packed, ...files]) await list.add(path)
    packer?.addPacked(packed)
    siteFiles.put(files)
  }
  siteFiles.end()
}

/** Fills the folder of a site. @param size reports of a run */
async function fillSite(plan: Plan, size: number): Promise<void> {
  const { site, layout } = plan
  const base = readSetting(process.env, 'BASE_PATH') ?? '/'
  await makePages(plan, size)
  removeEmpty(site)
  const list = beginList(site, readSetting(process.env, 'SITE_URL'), base)
  for (const path of listPaths(site)) await list.add(path)
  const packer = layout === 'plain' ? undefined : await beginPages(site, layout, base)
  await putPages(plan, list, packer)
  await list.end()
  const packed = await packer?.end()
  if (packed) inform(`layout "${layout}": pages are in packs/${packed.version} (docs/deploy.md)`)
  await finishSite(site, base)
}

/**
 * Builds the site beside the one before and puts it in its place in one step: killed at any moment, the old or the new site
 * is whole. What a killed build left is swept first. Pages of agencies and divisions are kept beside it, and made again
 * only where what they show is another.
 *
 * @param out folder of the site
 * @param size reports of a run: more are made by several processes, one after the other
 */
export async function buildSite(out: string, size: number): Promise<void> {
  process.env['BUILD_COMMIT'] ||= readCommit(app) ?? ''
  sayWhatIsUnset()
  const agencyOf = await readAgencies()
  const layout = chooseLayout(agencyOf.size)
  const sets = await readPageSets(layout)
  const kept = openKeptPages(join(dirname(out), `.${basename(out)}-pages`))
  for (const left of recoverFolder(out)) rmSync(left, { recursive: true, force: true })
  const folder = beginFolder(out)
  try {
    await fillSite({ site: folder.path, layout, sets, agencyOf, kept }, size)
    folder.publish((replaced) => leaveFrames(replaced, kept.frames))
    sayCost('all besides')
  } finally {
    folder.discard()
  }
  kept.forgetOthers(new Set([...sets.values()].map(({ key }) => key)))
}
