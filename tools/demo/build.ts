import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMark } from '@gongkai/schema'
import { drawDocuments } from './documents.ts'
import { writeCorpus } from './write-corpus.ts'

const root = join(import.meta.dirname, '../..')

/** Folders of a demo; none of them is one that a real build writes. */
export interface DemoFolders {
  readonly corpus: string
  readonly derived: string
  readonly dataset: string
  readonly releases: string
  readonly site: string
}

/** Where a demo stands below a folder of its own. */
export const toDemoFolders = (folder: string): DemoFolders => ({
  corpus: join(folder, 'corpus'),
  derived: join(folder, 'derived'),
  dataset: join(folder, 'dataset'),
  releases: join(folder, 'releases'),
  site: join(folder, 'site'),
})

/** What the file that marks an invented dataset says to whoever downloads it. */
const words =
  '演示数据：全部报告均由程序虚构，不是任何机关公布的报告。\nDemo data: every report is invented; no agency published any of it.\n'

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): string {
  const done = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (done.status !== 0)
    throw new Error(`Cannot build the demo: "${args.join(' ')}" said\n${done.stdout}\n${done.stderr}`)
  return done.stdout
}

/** Reads and analyzes a corpus, beside the newest of the demo's own releases. */
export function makeDataset({ corpus, derived, dataset, releases }: DemoFolders, env: NodeJS.ProcessEnv): void {
  run(['packages/extract/src/cli/extract.ts', '--corpus', corpus, '--out', derived], root, env)
  const folders = ['--reports', derived, '--out', dataset, '--releases', releases]
  run(['packages/analyze/src/cli/analyze.ts', ...folders], root, env)
  writeFileSync(join(dataset, demoMark), words)
}

/** Releases what the dataset holds. @returns a copy of it, which the next release is compared with */
function release(
  { dataset, releases }: DemoFolders,
  date: string,
  previous: string | undefined,
  env: NodeJS.ProcessEnv,
) {
  const changelog = join(releases, 'CHANGELOG.md')
  mkdirSync(releases, { recursive: true })
  writeFileSync(changelog, '## Unreleased\n')
  const flags = ['--date', date, '--dataset', dataset, '--releases', releases, '--changelog', changelog]
  const before = previous === undefined ? [] : ['--previous', previous]
  run(['packages/analyze/src/cli/release.ts', ...flags, ...before], root, env)
  const copy = `${dataset}-${date}`
  cpSync(dataset, copy, { recursive: true })
  return copy
}

/**
 * Invents a corpus and makes its dataset, through the real reading and the real analysis.
 *
 * It was released twice, and its last reports came in after that: some peers are older than the reports beside them.
 */
export function buildDemoDataset(folders: DemoFolders, reportCount: number, env: NodeJS.ProcessEnv): number {
  const files = drawDocuments(reportCount)
  const end = (part: number) => Math.ceil(files.length * part)
  rmSync(folders.releases, { recursive: true, force: true })
  writeCorpus(folders.corpus, files.slice(0, end(0.85)))
  makeDataset(folders, env)
  const first = release(folders, '2025-05-01', undefined, env)
  writeCorpus(folders.corpus, files.slice(end(0.03), end(0.95)))
  makeDataset(folders, env)
  const second = release(folders, '2025-06-01', first, env)
  for (const copy of [first, second]) rmSync(copy, { recursive: true })
  writeCorpus(folders.corpus, files)
  makeDataset(folders, env)
  return files.length
}

/** Builds the pages of a demo dataset. @returns what the build said */
export function buildDemoSite(folders: DemoFolders, env: NodeJS.ProcessEnv): string {
  const settings = { ...env, GONGKAI_DATASET: folders.dataset, ASTRO_TELEMETRY_DISABLED: '1' }
  return run(['build.ts', '--outDir', folders.site], join(root, 'apps/site'), settings)
}
