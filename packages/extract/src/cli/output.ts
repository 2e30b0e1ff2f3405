import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isErrorOf } from './files.ts'
import { type IndexRow, indexFile, reportsFile, toIndexLine } from './previous.ts'

/** The folder being written, and how it takes the place of the one before. */
export interface Output {
  /** Appends a ledger line; one that is kept, by its key and its sum, can be found again by the next run. */
  readonly write: (line: Uint8Array, kept: Pick<IndexRow, 'key' | 'sha256'> | undefined) => void
  /** Puts the folder in its place. Killed at any moment, the old or the new one is complete. */
  readonly publish: () => void
}

const nextOf = (out: string, pid: number) => `${out}.next-${pid}`
const oldOf = (out: string, pid: number) => `${out}.old-${pid}`

/**
 * Tidies what killed runs left beside an output folder. A folder that was moved away and never replaced comes back.
 *
 * @returns unfinished folders of processes that are gone; what was written there can still be used
 */
export function recoverOutput(out: string): readonly string[] {
  const abandoned = (kind: string) => listBeside(out, kind).filter((folder) => !isAlive(pidOf(folder)))
  for (const folder of abandoned('old')) {
    if (existsSync(out)) rmSync(folder, { recursive: true, force: true })
    else renameSync(folder, out)
  }
  return abandoned('next')
}

function listBeside(out: string, kind: string): readonly string[] {
  const start = `${basename(out)}.${kind}-`
  const names = existsSync(dirname(out)) ? readdirSync(dirname(out)) : []
  return names
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .sort()
    .map((name) => join(dirname(out), name))
}

const pidOf = (folder: string): number => Number(folder.slice(folder.lastIndexOf('-') + 1))

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false // an earlier process of our number
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isErrorOf(error, 'EPERM')
  }
}

/** Begins an output folder beside `out`, under a name that no other running process uses. */
export function openOutput(out: string): Output {
  const next = nextOf(out, process.pid)
  rmSync(next, { recursive: true, force: true })
  mkdirSync(next, { recursive: true })
  const reports = openSync(join(next, reportsFile), 'wx')
  const index = openSync(join(next, indexFile), 'wx')
  let offset = 0
  return {
    write: (line, kept) => {
      writeAll(reports, line)
      if (kept) writeAll(index, Buffer.from(toIndexLine({ ...kept, offset, length: line.length })))
      offset += line.length
    },
    publish: () => {
      closeSync(reports)
      closeSync(index)
      swapFolder(out, next)
    },
  }
}

/** @throws {Error} when the disk is full */
function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

/** The folder moved away is complete until it bears the name of an unfinished one. */
function swapFolder(out: string, next: string): void {
  const old = oldOf(out, process.pid)
  while (existsSync(next)) {
    // Another run may finish between two of these lines: its folder makes way as the first did.
    rmSync(old, { recursive: true, force: true })
    unless('ENOENT', () => renameSync(out, old))
    unless('ENOTEMPTY', () => renameSync(next, out))
  }
  if (!existsSync(old)) return
  renameSync(old, next)
  rmSync(next, { recursive: true, force: true })
}

function unless(code: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!isErrorOf(error, code)) throw error
  }
}
