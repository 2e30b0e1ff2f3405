/**
 * `npm run kills -- --documents 1000 --times 20`: kills extraction, analysis and site at moments spread over their run, and
 * fails where an output is neither the old nor the new one, where a later run comes to other bytes, or something is left.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { recoverFolder } from '@gongkai/disk'
import { extraFiles } from '@gongkai/schema'
import { generateDocument, layouts } from '../packages/extract/test/generate/layouts.ts'
import { digestDataset, digestFolder } from './build/digest.ts'
import { readToolFlags } from './command/flags.ts'

const { documents, times } = readToolFlags('npm run kills --', { documents: 1000, times: 20 })
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'gongkai-kills-'))
const at = (name: string) => join(folder, name)
const outputs = ['reports', 'dataset', 'site'] as const
/** Pages that the next build of the site takes over. */
const keptPages = '.site-pages'
const keptTables = '.dataset-tables'

function writeCorpus(): void {
  mkdirSync(at('corpus'))
  for (let i = 0; i < documents; i++) {
    const layout = layouts[i % layouts.length]
    if (layout) writeFileSync(at(`corpus/${i}`), generateDocument(layout, i).bytes)
  }
}

/** Starts the three steps in a process group of their own, so that all of it can be killed at once. */
function startSteps() {
  const steps = [
    `node packages/extract/src/cli/extract.ts --corpus ${at('corpus')} --out ${at('reports')}`,
    `node packages/analyze/src/cli/analyze.ts --reports ${at('reports')} --out ${at('dataset')}`,
    `cd apps/site && node build.ts --outDir ${at('site')}`,
  ]
  const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` }
  const child = spawn('sh', ['-c', steps.join(' && ')], {
    cwd: root,
    env: { ...env, GONGKAI_DATASET: at('dataset'), ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
    detached: true,
  })
  return { child, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) }
}

/**
 * Digests of the outputs; the index beside the reports says how lines came about, and is none of them. The database does
 * not count: its bytes differ from run to run.
 */
function digestOutputs(): readonly string[] {
  for (const name of outputs) recoverFolder(at(name))
  const reports = readFileSync(at('reports/reports.ndjson'))
  return [
    String(reports.length),
    digestDataset(at('dataset')),
    digestFolder(at('site'), `dataset/${extraFiles.database.name}`),
  ]
}

/** Whether each output is whole and the one that was there before, since nothing in the corpus changed. */
function findFaults(moment: string, expected: readonly string[]): readonly string[] {
  const found = digestOutputs()
  return outputs.flatMap((name, i) => (found[i] === expected[i] ? [] : [`${moment}: ${name} is not what it was`]))
}

async function killAt(milliseconds: number): Promise<void> {
  const { child, ended } = startSteps()
  await Promise.race([sleep(milliseconds), ended])
  if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL')
  await ended
}

writeCorpus()
const startedAt = performance.now()
if ((await startSteps().ended) !== 0) throw new Error('Cannot kill anything: the steps do not run to their end')
const whole = performance.now() - startedAt
const expected = digestOutputs()
const faults: string[] = []
for (let i = 0; i < times; i++) {
  // Without its index, all documents are read again, and without what is kept, all tables and pages made.
  rmSync(at('reports/reports.index'), { force: true })
  for (const kept of [keptTables, keptPages]) rmSync(at(kept), { recursive: true, force: true })
  const moment = (whole * (i + 0.5)) / times
  await killAt(moment)
  faults.push(...findFaults(`killed after ${Math.round(moment)} ms`, expected))
}
if ((await startSteps().ended) !== 0) faults.push('the run after the last kill failed')
faults.push(...findFaults('after the last run', expected))
const known = ['corpus', keptTables, keptPages, ...outputs]
const left = [
  ...readdirSync(folder).filter((name) => !known.includes(name)),
  ...readdirSync(at(keptTables)).filter((name) => !/^[^.]+\.(?:[0-9a-f]{32}){1,2}\.[0-9a-f]{16}$/.test(name)),
  ...readdirSync(at(keptPages)).filter((name) => name !== 'frames' && !/^[0-9a-f]{32}$/.test(name)),
]
if (left.length > 0) faults.push(`left behind: ${left.join(', ')}`)
rmSync(folder, { recursive: true, force: true })
for (const fault of faults) console.error(fault)
console.log(`${documents} documents, ${Math.round(whole)} ms undisturbed, ${times} kills: ${faults.length} faults`)
if (faults.length > 0) process.exitCode = 1
