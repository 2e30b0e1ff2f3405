/**
 * Measures the build of the site: copies the reports of the corpus to any number, analyses them, and builds the pages in
 * one layout after the other.
 *
 *     npm run bench:site -- --reports 1000
 *     npm run bench:site -- --dataset DIR    of a dataset that is there already
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { layouts } from '../apps/site/src/packs/kinds.ts'
import { readSingles, writeCopies } from './bench/clone.ts'
import { measureLayout } from './bench/layouts.ts'
import { readToolFlags } from './command/flags.ts'

const root = join(import.meta.dirname, '..')
const flags = readToolFlags('npm run bench:site --', { reports: 1000, dataset: '' })

function run(args: readonly string[]): void {
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 })
  if (done.status !== 0) throw new Error(`Cannot run "${args.join(' ')}":\n${done.stdout.slice(-2000)}\n${done.stderr}`)
}

/** Copies the reports of the corpus and analyses them. @returns the folder of the dataset */
async function makeDataset(folder: string): Promise<string> {
  const [reports, dataset] = [join(folder, 'reports'), join(folder, 'dataset')]
  mkdirSync(reports)
  const lookup = readFileSync(join(root, 'data/lookups/divisions.csv'), 'utf8').split('\n')
  const divisions = lookup.filter((line) => line.includes(',county,')).map((line) => line.slice(0, 6))
  run(['packages/extract/src/cli/extract.ts', '--out', join(folder, 'read')])
  const singles = await readSingles(join(folder, 'read'))
  await writeCopies(join(reports, 'copies.ndjson'), singles, divisions, flags.reports)
  run(['packages/analyze/src/cli/analyze.ts', '--reports', reports, '--out', dataset])
  return dataset
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
try {
  const dataset = flags.dataset ? resolve(flags.dataset) : await makeDataset(folder)
  for (const layout of layouts) {
    const cost = measureLayout(dataset, folder, layout)
    const sizes = `${cost.files} files of ${cost.megabytes} MB, ${cost.filesToOpen} to open of ${cost.megabytesToOpen} MB`
    const times = `${cost.seconds.toFixed(0)} s, ${cost.processorSeconds.toFixed(0)} s of processor, ${cost.peakMb} MB at most`
    console.log(`layout ${layout.padEnd(8)}${sizes} · ${times}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
