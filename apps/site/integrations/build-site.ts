import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beginFolder, recoverFolder } from '@gongkai/disk'
import { readSetting } from '@gongkai/schema'
import { countReports, countRuns } from '../src/data/runs.ts'
import { finishSite, sayWhatIsUnset } from './finish.ts'
import { listPaths } from './pack-files.ts'
import { beginPages, chooseLayout, type PagePacker } from './pack-pages.ts'
import { inform, sayCost } from './say.ts'
import { toMapIndex } from './sitemap.ts'

/**
 * V8 lets garbage grow to two to three times of what is in use, and the bundler keeps what it has freed: a third of the
 * memory does, too, for a tenth more of the time.
 */
const sparing = { flags: ['--heap-growing-percent=50'], env: { MIMALLOC_PURGE_DELAY: '0' } } as const

/** Has a process of its own make pages; its memory is free again when it ends. @param run undefined for the whole site */
async function buildPages(outDir: string, run: string | undefined): Promise<void> {
  const { SITE_RUN: _, ...env } = process.env
  const child = fork(join(import.meta.dirname, 'build-pages.ts'), [outDir], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...sparing.env, ...env, ...(run !== undefined && { SITE_RUN: run }) },
    execArgv: [...process.execArgv, ...sparing.flags],
  })
  const [code] = await once(child, 'exit')
  if (code !== 0)
    throw new Error(`Cannot build the pages${run === undefined ? '' : ` of run ${run}`}: Astro ended with ${code}`)
}

/** Puts the pages of a run into the site; what the site has, such as scripts, is the same in every run. */
async function takeRun(folder: string, site: string, packer: PagePacker | undefined): Promise<void> {
  await packer?.add(folder)
  for (const path of listPaths(folder)) {
    const to = join(site, path)
    if (existsSync(to)) continue
    mkdirSync(dirname(to), { recursive: true })
    renameSync(join(folder, path), to)
  }
  rmSync(folder, { recursive: true })
}

/** Makes the pages of agencies and reports in runs, whose plain files are gone before the next begins where they are packed. */
async function buildRuns(site: string, runs: number, size: number, packer: PagePacker | undefined): Promise<void> {
  const folder = join(site, '.run')
  for (let run = 1; run <= runs; run += 1) {
    inform(`run ${run} of ${runs}: ${size} reports and their agencies`)
    await buildPages(folder, `${run}/${size}`)
    rmSync(join(folder, toMapIndex(run)), { force: true })
    await takeRun(folder, site, packer)
  }
}

/**
 * Builds the site beside the one before and puts it in its place in one step: killed at any moment, the old or the new site
 * is whole. What a killed build left is swept first.
 *
 * @param out folder of the site
 * @param size reports of a run: more are made by several processes, one after the other
 */
export async function buildSite(out: string, size: number): Promise<void> {
  sayWhatIsUnset()
  const base = readSetting(process.env, 'BASE_PATH') ?? '/'
  const [layout, runs] = [chooseLayout(await countReports()), await countRuns(size)]
  for (const left of recoverFolder(out)) rmSync(left, { recursive: true, force: true })
  const folder = beginFolder(out)
  try {
    const isInRuns = runs > 1
    await buildPages(folder.path, isInRuns ? `0/${size}` : undefined)
    const packer = layout === 'plain' ? undefined : beginPages(folder.path, layout, base)
    if (isInRuns) await buildRuns(folder.path, runs, size, packer)
    const packed = await packer?.end()
    if (packed) inform(`layout "${layout}": pages are in packs/${packed.version} (docs/deploy.md)`)
    await finishSite(folder.path, base)
    folder.publish()
    sayCost('all besides')
  } finally {
    folder.discard()
  }
}
