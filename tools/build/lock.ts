import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isAlive, isErrorOf } from '@gongkai/disk'

const lockPath = (root: string) => join(root, '.turbo/build.lock')
const pauseMilliseconds = 500
const longestMilliseconds = 30 * 60 * 1000

/**
 * Waits until no other build of this repository runs, its orphans included, and keeps the next one waiting until this
 * process ends. A killed build leaves its numbers behind; they hold nobody up.
 *
 * @throws {Error} after half an hour
 */
export async function lockBuild(root: string, say: (text: string) => void): Promise<void> {
  const path = lockPath(root)
  mkdirSync(dirname(path), { recursive: true })
  for (let waited = 0; !takeLock(path); waited += pauseMilliseconds) {
    if (waited === 0) say('Another build is running; waiting for it to end.')
    if (waited > longestMilliseconds) throw new Error(`Cannot build: another build holds ${path} for half an hour`)
    await setTimeout(pauseMilliseconds)
  }
  process.once('exit', () => rmSync(path, { force: true }))
}

/** Adds a child to what the next build waits for, should this process be killed alone. */
export function holdLockFor(root: string, child: number | undefined): void {
  writeFileSync(lockPath(root), [process.pid, child ?? ''].join('\n'))
}

function takeLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!isErrorOf(error, 'EEXIST')) throw error
  }
  if (readPids(path).some(isAlive)) return false
  rmSync(path, { force: true })
  return takeLock(path)
}

/** Numbers in a lock; none when its owner has just ended. */
function readPids(path: string): readonly number[] {
  try {
    return (readFileSync(path, 'utf8').match(/\d+/g) ?? []).map(Number)
  } catch {
    return []
  }
}
