import { spawnSync } from 'node:child_process'
import { cpSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listPaths } from '../../apps/site/integrations/pack-files.ts'
import { type Layout, layouts } from '../../apps/site/src/packs/kinds.ts'

/** What a layout of one and the same site comes to. */
export interface LayoutCost {
  readonly layout: Layout
  readonly files: number
  /** Files that are neither the dataset nor fetched by other sites and programs: frames and feeds. */
  readonly filesToOpen: number
  readonly megabytesToOpen: number
  readonly megabytes: number
  /** Of the step after the build, none for plain files. */
  readonly seconds: number
  readonly peakMb: number
}

/** What packing cost, as the process that did it saw it. */
const pack = `
  import { packSite } from ${JSON.stringify(join(import.meta.dirname, '../../apps/site/integrations/pack-pages.ts'))}
  const startedAt = performance.now()
  await packSite(process.env.PACK_FOLDER, process.env.PACK_LAYOUT, '/')
  const seconds = (performance.now() - startedAt) / 1000
  console.log(JSON.stringify({ seconds, peakMb: process.resourceUsage().maxRSS / 1024 }))
`

function packIn(folder: string, layout: Layout): Pick<LayoutCost, 'seconds' | 'peakMb'> {
  const env = { ...process.env, PACK_FOLDER: folder, PACK_LAYOUT: layout }
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', pack], { env, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`Cannot pack "${folder}": ${done.stderr}`)
  return JSON.parse(done.stdout)
}

const isFetched = (path: string) => /^(?:dataset|embed)\/|\.xml$/.test(path)

const toMegabytes = (site: string, paths: readonly string[]): number =>
  Math.round(paths.reduce((sum, path) => sum + statSync(join(site, path)).size, 0) / 1e6)

/** Lays a built site out in every way, and measures each. */
export function measureLayouts(plain: string, folder: string): readonly LayoutCost[] {
  return layouts.map((layout) => {
    const site = join(folder, layout)
    cpSync(plain, site, { recursive: true })
    const cost = layout === 'plain' ? { seconds: 0, peakMb: 0 } : packIn(site, layout)
    const paths = [...listPaths(site)]
    const toOpen = paths.filter((path) => !isFetched(path))
    const [megabytes, megabytesToOpen] = [toMegabytes(site, paths), toMegabytes(site, toOpen)]
    rmSync(site, { recursive: true })
    return { layout, files: paths.length, filesToOpen: toOpen.length, megabytes, megabytesToOpen, ...cost }
  })
}
