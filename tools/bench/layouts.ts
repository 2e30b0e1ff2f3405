import { spawnSync } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listPaths } from '../../apps/site/integrations/folders.ts'
import type { Layout } from '../../apps/site/src/packs/kinds.ts'

const app = join(import.meta.dirname, '../../apps/site')

/** What a site came to in one layout. */
export interface LayoutCost {
  readonly files: number
  readonly megabytes: number
  /** Files that are neither the dataset nor fetched by other sites and programs: frames and feeds. */
  readonly filesToOpen: number
  readonly megabytesToOpen: number
  readonly seconds: number
  /** Of all processes of the build. */
  readonly processorSeconds: number
  /** The most that a process that made pages took, and the one that waited for it meanwhile, at most. */
  readonly peakMb: number
}

/** Builds a site and reads what its processes said that they cost. */
function build(dataset: string, site: string, layout: Layout) {
  const env = { ...process.env, GONGKAI_DATASET: dataset, SITE_LAYOUT: layout, ASTRO_TELEMETRY_DISABLED: '1' }
  const startedAt = performance.now()
  const options = { cwd: app, env, encoding: 'utf8', maxBuffer: 1 << 30 } as const
  const done = spawnSync(process.execPath, ['build.ts', '--outDir', site], options)
  const seconds = (performance.now() - startedAt) / 1000
  if (done.status !== 0) throw new Error(`Cannot build "${site}":\n${done.stdout.slice(-2000)}\n${done.stderr}`)
  const said = [...done.stdout.matchAll(/^cost of .*: ([\d.]+) s of processor, (\d+) MB$/gm)]
  const costs = said.map(([, processor, memory]) => ({ processor: Number(processor), memory: Number(memory) }))
  const own = costs.pop()?.memory ?? Number.NaN
  return {
    seconds,
    processorSeconds: costs.reduce((sum, { processor }) => sum + processor, 0),
    peakMb: own + Math.max(...costs.map(({ memory }) => memory)),
  }
}

const isFetched = (path: string) => /^(?:dataset|embed)\/|\.xml$/.test(path)

const toMegabytes = (site: string, paths: readonly string[]): number =>
  Math.round(paths.reduce((sum, path) => sum + statSync(join(site, path)).size, 0) / 1e6)

/** Builds the site of a dataset in one layout below a folder, measures it, and removes it. */
export function measureLayout(dataset: string, folder: string, layout: Layout): LayoutCost {
  const site = join(folder, layout)
  const cost = build(dataset, site, layout)
  const paths = [...listPaths(site)]
  const toOpen = paths.filter((path) => !isFetched(path))
  const [megabytes, megabytesToOpen] = [toMegabytes(site, paths), toMegabytes(site, toOpen)]
  rmSync(site, { recursive: true })
  return { files: paths.length, megabytes, filesToOpen: toOpen.length, megabytesToOpen, ...cost }
}
