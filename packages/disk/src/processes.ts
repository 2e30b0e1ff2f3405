import { isErrorOf } from './errors.ts'

/** Whether another process of this number runs. One of our own number is an earlier process, and gone. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isErrorOf(error, 'EPERM')
  }
}
