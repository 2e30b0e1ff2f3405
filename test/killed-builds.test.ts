import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isComplete } from '../packages/analyze/src/index.ts'
import { recoverFolder } from '../packages/disk/src/index.ts'
import { toRandom } from '../packages/extract/test/generate/random.ts'

const root = join(import.meta.dirname, '..')
/** `KILLS=20 npx vitest run test/killed-builds.test.ts` for more moments. */
const kills = Number(process.env['KILLS'] ?? 4)
const random = toRandom(1)

let folder = ''
let milliseconds = 0
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-killed-'))
  cpSync(join(root, 'data/corpus'), at('corpus'), { recursive: true })
  const startedAt = performance.now()
  await startSteps().ended
  milliseconds = performance.now() - startedAt
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Extracts and analyses in a process group of its own, so that all of it can be killed at once. */
function startSteps() {
  const steps = [
    `node packages/extract/src/cli/extract.ts --corpus ${at('corpus')} --out ${at('reports')}`,
    `node packages/analyze/src/cli/analyze.ts --reports ${at('reports')} --out ${at('dataset')}`,
  ]
  const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` }
  const child = spawn('sh', ['-c', steps.join(' && ')], { cwd: root, env, stdio: 'ignore', detached: true })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended }
}

test.each(Array.from({ length: kills }, (_, round) => round + 1))(
  'kill -9 at a moment of its own leaves a complete dataset, and the next run ends as if nothing was (%i)',
  async (round) => {
    writeFileSync(at('corpus/changing.txt'), `第 ${round} 次修改`)
    const { child, ended } = startSteps()
    await Promise.race([sleep((random.int(100) / 100) * milliseconds), ended])
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL')
    await ended
    recoverFolder(at('dataset'))
    expect(await isComplete(at('dataset')), 'a killed analysis left neither the old nor the new dataset').toBe(true)
    expect(await startSteps().ended, 'the run after a kill failed').toBe(0)
    expect(readFileSync(at('dataset/documents.csv'), 'utf8')).toContain('changing.txt')
    expect(await isComplete(at('dataset'))).toBe(true)
  },
  120_000,
)
