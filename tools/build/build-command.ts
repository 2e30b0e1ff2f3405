import { join } from 'node:path'
import { digestDataset } from './digest.ts'
import { lockBuild } from './lock.ts'
import { type BuildSettings, readSettings } from './settings.ts'
import { layOut, readDatasetRows, readSiteRows } from './summary.ts'
import { recoverOutputs, runTurbo, type TurboResult } from './turbo.ts'

/**
 * Turbo keeps only outputs below the repository. A dataset elsewhere is therefore always written anew, from cached
 * reports, and the site's cache key is what was written.
 */
async function buildElsewhere(settings: BuildSettings): Promise<readonly TurboResult[]> {
  const reports = await runTurbo(settings, ['--filter=@gongkai/schema', '--filter=@gongkai/extract'])
  if (reports.exitCode !== 0) return [reports]
  const dataset = await runTurbo(settings, ['--filter=@gongkai/analyze', '--only', '--force'])
  if (dataset.exitCode !== 0) return [reports, dataset]
  const env = { ...settings.env, GONGKAI_DATASET_DIGEST: digestDataset(settings.dataset) }
  return [reports, dataset, await runTurbo({ ...settings, env }, ['--filter=@gongkai/site', '--only'])]
}

async function build(settings: BuildSettings): Promise<void> {
  await lockBuild(settings.root, console.error)
  recoverOutputs(settings.root)
  const results = settings.isDatasetElsewhere ? await buildElsewhere(settings) : [await runTurbo(settings, [])]
  const failed = results.find((result) => result.exitCode !== 0)
  if (failed) {
    process.exitCode = failed.exitCode
    return
  }
  const sum = (key: Exclude<keyof TurboResult, 'exitCode'>) => results.reduce((total, result) => total + result[key], 0)
  const rows = [
    ...readDatasetRows(settings.dataset),
    ...readSiteRows(join(settings.root, 'apps/site/dist')),
    [
      'cache',
      `${sum('cachedCount')} of ${sum('taskCount')} tasks · ${sum('unchangedCount')} of ${sum('fileCount')} files`,
    ],
    ['seconds', ((performance.now() - startedAt) / 1000).toFixed(1)],
  ] as const
  console.log(`\n${layOut(rows)}\n`)
}

/** The settings; one that is wrong is said in one line. */
function settle(): BuildSettings | undefined {
  try {
    return readSettings(join(import.meta.dirname, '../..'), process.env, process.cwd())
  } catch (error) {
    console.error(`Cannot build: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 2
    return undefined
  }
}

const startedAt = performance.now()
const settings = settle()
if (settings) await build(settings)
