import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMark } from '@gongkai/schema'
import { drawDocuments } from './documents.ts'

const root = join(import.meta.dirname, '../..')

/** Folders of a demo; none of them is one that a real build writes. */
export interface DemoFolders {
  readonly corpus: string
  readonly derived: string
  readonly dataset: string
  readonly site: string
}

/** Where a demo stands below a folder of its own. */
export const toDemoFolders = (folder: string): DemoFolders => ({
  corpus: join(folder, 'corpus'),
  derived: join(folder, 'derived'),
  dataset: join(folder, 'dataset'),
  site: join(folder, 'site'),
})

/** What the file that marks an invented dataset says to whoever downloads it. */
const words =
  '演示数据：全部报告均由程序虚构，不是任何机关公布的报告。\nDemo data: every report is invented; no agency published any of it.\n'

function writeCorpus(folder: string, reportCount: number): number {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = drawDocuments(reportCount)
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes)
  const rows = files.flatMap(({ name, url, retrievedAt }) => (url === null ? [] : [`${name},${url},${retrievedAt}`]))
  writeFileSync(join(folder, 'manifest.csv'), `${['file,source_url,retrieved_at', ...rows.toSorted()].join('\n')}\n`)
  return files.length
}

function run(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): string {
  const done = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (done.status !== 0)
    throw new Error(`Cannot build the demo: "${args.join(' ')}" said\n${done.stdout}\n${done.stderr}`)
  return done.stdout
}

/** Invents a corpus and makes its dataset, through the real reading and the real analysis. */
export function buildDemoDataset(folders: DemoFolders, reportCount: number, env: NodeJS.ProcessEnv): number {
  const fileCount = writeCorpus(folders.corpus, reportCount)
  run(['packages/extract/src/cli/extract.ts', '--corpus', folders.corpus, '--out', folders.derived], root, env)
  run(['packages/analyze/src/cli/analyze.ts', '--reports', folders.derived, '--out', folders.dataset], root, env)
  writeFileSync(join(folders.dataset, demoMark), words)
  return fileCount
}

/** Builds the pages of a demo dataset. @returns what the build said */
export function buildDemoSite(folders: DemoFolders, env: NodeJS.ProcessEnv): string {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs')
  const settings = { ...env, GONGKAI_DATASET: folders.dataset, ASTRO_TELEMETRY_DISABLED: '1' }
  return run([astro, 'build', '--outDir', folders.site], join(root, 'apps/site'), settings)
}
