/** Kills `npm run build` at random moments and checks that nothing is lost: `node tools/killed-builds.ts --kills 10 --seed 1`. */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { isComplete } from '../packages/analyze/src/index.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
})
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'gongkai-killed-'))
const env = { ...process.env, GONGKAI_CORPUS: join(folder, 'corpus'), GONGKAI_DATASET: join(folder, 'dataset') }
let state = Number(values.seed)

/** A fraction from 0 to 1, the same for the same seed. */
function nextFraction(): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
  return state / 2 ** 32
}

/** Starts a build in a process group of its own, so that all of it can be killed at once. */
function startBuild() {
  const child = spawn('npm', ['run', 'build'], { cwd: root, env, stdio: 'ignore', detached: true })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended }
}

async function buildOnce(): Promise<number> {
  const startedAt = performance.now()
  if ((await startBuild().ended) !== 0) throw new Error('A build that nobody killed has failed')
  if (!(await isComplete(env.GONGKAI_DATASET))) throw new Error('A build that nobody killed left no complete dataset')
  return performance.now() - startedAt
}

/** Every second kill meets the first process alone, and leaves its children to themselves. */
async function killOnce(round: number, milliseconds: number): Promise<void> {
  writeFileSync(join(folder, 'corpus/changing.txt'), `第 ${round} 次修改`)
  const { child, ended } = startBuild()
  const moment = nextFraction() * milliseconds
  await Promise.race([sleep(moment), ended])
  const pid = child.pid ?? 0
  if (child.exitCode === null) process.kill(round % 2 === 0 ? -pid : pid, 'SIGKILL')
  await ended
  const places = [env.GONGKAI_DATASET, ...listOld()]
  const complete = await Promise.all(places.map(isComplete))
  if (!complete.includes(true)) throw new Error(`Killed after ${Math.round(moment)} ms: no complete dataset is left`)
  const again = await buildOnce()
  console.log(`killed after ${Math.round(moment)} ms: dataset complete; the next build took ${Math.round(again)} ms`)
}

/** Where the dataset lies between two renames. */
function listOld(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('dataset.old'))
    .map((name) => join(folder, name))
}

try {
  cpSync(join(root, 'data/corpus'), env.GONGKAI_CORPUS, { recursive: true })
  const milliseconds = await buildOnce()
  for (let round = 0; round < Number(values.kills); round++) await killOnce(round, milliseconds)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
