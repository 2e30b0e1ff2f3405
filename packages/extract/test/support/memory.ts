import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** How often memory is looked at, in milliseconds. */
const pause = 100

/**
 * Watches what a process and those it started hold in memory together, at any one moment; what they share counts once.
 *
 * @returns the peak in megabytes so far; 0 where the system has no /proc
 */
export function watchMemory(child: ChildProcess): () => number {
  let peak = 0
  const look = (): void => {
    const pids = [String(child.pid), ...childrenOf(String(child.pid))]
    peak = Math.max(peak, pids.reduce((sum, pid) => sum + kilobytesOf(pid), 0) / 1024)
  }
  const timer = setInterval(look, pause)
  child.once('exit', () => clearInterval(timer))
  return () => peak
}

const childrenOf = (pid: string): readonly string[] =>
  read(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter((one) => one !== '')

const kilobytesOf = (pid: string): number => Number(/^Pss:\s*(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

/** Nothing of a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
