import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { holdLockFor } from './lock.ts'
import type { BuildSettings } from './settings.ts'

/** One call of turbo: how many tasks it ran and how many came from its cache. */
export interface TurboResult {
  readonly exitCode: number
  readonly taskCount: number
  readonly cachedCount: number
  /** Files of the corpus, and those whose reading was taken over from earlier output; 0 where nothing was extracted. */
  readonly fileCount: number
  readonly unchangedCount: number
}

interface PlannedTask {
  readonly taskId: string
  readonly hash: string
  readonly cache: { readonly status: 'HIT' | 'MISS' }
}

const outputFolders: Readonly<Record<string, string>> = {
  '@gongkai/extract#build': 'data/derived',
  '@gongkai/analyze#build': 'data/dataset',
  '@gongkai/site#build': 'apps/site/dist',
}

/**
 * Runs `turbo run build` with further arguments.
 *
 * Turbo restores files over what lies there and removes nothing, so an output folder of another input is set
 * aside before it is restored; should the build be killed, the next one puts it back.
 */
export async function runTurbo(settings: BuildSettings, args: readonly string[]): Promise<TurboResult> {
  const tasks = planTasks(settings, args)
  const asides = args.includes('--force') ? [] : setAside(settings.root, tasks)
  const result = await spawnTurbo(settings, args)
  for (const folder of asides) {
    if (result.exitCode === 0) rmSync(asideOf(folder), { recursive: true, force: true })
    else putBack(folder)
  }
  if (result.exitCode === 0) writeRecord(settings.root, tasks)
  return result
}

/** Puts back the output folders that a killed build had set aside. */
export function recoverOutputs(root: string): void {
  for (const folder of Object.values(outputFolders)) putBack(join(root, folder))
}

const asideOf = (folder: string) => `${folder}.previous`

function putBack(folder: string): void {
  if (!existsSync(asideOf(folder))) return
  rmSync(folder, { recursive: true, force: true })
  renameSync(asideOf(folder), folder)
}

function setAside(root: string, tasks: readonly PlannedTask[]): readonly string[] {
  const record = readRecord(root)
  const folders = tasks.flatMap((task) => {
    const folder = join(root, outputFolders[task.taskId] ?? '')
    const isCurrent = record[task.taskId] === task.hash && existsSync(folder)
    return task.cache.status === 'HIT' && outputFolders[task.taskId] && !isCurrent ? [folder] : []
  })
  for (const folder of folders) {
    // Where nothing lies, nothing is what a killed restore goes back to.
    if (existsSync(folder)) renameSync(folder, asideOf(folder))
    else mkdirSync(asideOf(folder), { recursive: true })
  }
  return folders
}

const recordPath = (root: string) => join(root, '.turbo/outputs.json')

/** What lies in each output folder; nothing is known when the record cannot be read. */
function readRecord(root: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(recordPath(root), 'utf8'))
  } catch {
    return {} // none yet, or damaged: outputs are restored once more than needed
  }
}

function writeRecord(root: string, tasks: readonly PlannedTask[]): void {
  const hashes = Object.fromEntries(tasks.map((task) => [task.taskId, task.hash]))
  mkdirSync(dirname(recordPath(root)), { recursive: true })
  writeFileSync(`${recordPath(root)}.next`, `${JSON.stringify({ ...readRecord(root), ...hashes }, null, 2)}\n`)
  renameSync(`${recordPath(root)}.next`, recordPath(root))
}

/** Turbo's own launcher, which is JavaScript; the one in `.bin` is another kind of file on each system. */
const toTurboArgs = (root: string, args: readonly string[]) => [
  join(root, 'node_modules/turbo/bin/turbo'),
  'run',
  'build',
  ...args,
]

/** What turbo would run, with the cache key of each task. */
export function planTasks({ root, env }: BuildSettings, args: readonly string[]): readonly PlannedTask[] {
  const plan = spawnSync(process.execPath, toTurboArgs(root, [...args, '--dry=json']), {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (plan.status !== 0) throw new Error(`Cannot plan the build: turbo said "${plan.stderr.trim()}"`)
  return (JSON.parse(plan.stdout) as { tasks: PlannedTask[] }).tasks
}

function spawnTurbo({ root, env }: BuildSettings, args: readonly string[]): Promise<TurboResult> {
  const child = spawn(process.execPath, toTurboArgs(root, args), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  holdLockFor(root, child.pid)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    process.stdout.write(chunk)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ exitCode: code ?? 1, ...readTotals(Buffer.concat(chunks).toString()) }))
  })
}

/** Reads `Cached: 3 cached, 4 total` from turbo's closing lines, and what the extraction said, now or when it was cached. */
export function readTotals(output: string): Omit<TurboResult, 'exitCode'> {
  const [, cached, total] = /Cached:\s+(\d+) cached, (\d+) total/.exec(output) ?? []
  const [, files, unchanged] = /Extracted (\d+) files: [^\n]*; (\d+) unchanged/.exec(output) ?? []
  const isReplayed = /extract:build: cache hit/.test(output)
  return {
    cachedCount: Number(cached ?? 0),
    taskCount: Number(total ?? 0),
    fileCount: Number(files ?? 0),
    unchangedCount: Number((isReplayed ? files : unchanged) ?? 0),
  }
}
