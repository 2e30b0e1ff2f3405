import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isErrorOf } from './errors.ts'
import { explaining } from './explain.ts'
import { isAlive } from './processes.ts'

/** A folder that is being written beside the one it will replace. */
export interface FolderInTheMaking {
  /** Where to write; no other running process uses the name. */
  readonly path: string
  /**
   * Puts it in the place of the one before. Killed at any moment, the old or the new folder is complete.
   *
   * @param salvage takes something out of the one before, which is then removed
   */
  readonly publish: (salvage?: (replaced: string) => void) => void
  /** Throws it away, if it was not published. */
  readonly discard: () => void
}

/** Begins a folder that will replace `out` as a whole, in one step at its end. */
export function beginFolder(out: string): FolderInTheMaking {
  const path = `${out}.next-${process.pid}`
  explaining('write', path, () => {
    rmSync(path, { recursive: true, force: true })
    makeFolder(path)
  })
  return {
    path,
    publish: (salvage) => explaining('write', out, () => replace(out, path, salvage)),
    discard: () => rmSync(path, { recursive: true, force: true }),
  }
}

/**
 * Makes a folder and those it stands in. Made one by one, each fault is the system's own: asked for all at once, Node takes
 * a read-only disk for a missing folder, and asks for ever where a folder can be in no way.
 */
function makeFolder(path: string): void {
  if (!existsSync(dirname(path))) makeFolder(dirname(path))
  mkdirSync(path)
}

/**
 * Tidies what killed processes left beside a folder. One that was moved away and never replaced comes back.
 *
 * @returns unfinished folders of processes that are gone, for the caller to use or to remove
 */
export function recoverFolder(out: string): readonly string[] {
  for (const folder of listAbandoned(out, 'old')) {
    if (existsSync(out)) rmSync(folder, { recursive: true, force: true })
    else renameSync(folder, out)
  }
  return listAbandoned(out, 'next')
}

/** Whether a folder is one in the making, or one that made way for it: what it holds may be incomplete. */
export const isInTheMaking = (folder: string): boolean => /\.(?:next|old)-\d+$/.test(basename(folder))

function listAbandoned(out: string, kind: 'next' | 'old'): readonly string[] {
  const start = `${basename(out)}.${kind}-`
  const names = existsSync(dirname(out)) ? readdirSync(dirname(out)) : []
  return names
    .filter((name) => name.startsWith(start) && /^\d+$/.test(name.slice(start.length)))
    .filter((name) => !isAlive(Number(name.slice(start.length))))
    .sort()
    .map((name) => join(dirname(out), name))
}

/** The folder moved away is complete until it bears the name of an unfinished one. */
function replace(out: string, next: string, salvage?: (replaced: string) => void): void {
  const old = `${out}.old-${process.pid}`
  while (existsSync(next)) {
    // Another run may finish between two of these lines: its folder makes way as the first did.
    rmSync(old, { recursive: true, force: true })
    unless('ENOENT', () => renameSync(out, old))
    unless('ENOTEMPTY', () => renameSync(next, out))
  }
  if (!existsSync(old)) return
  renameSync(old, next)
  salvage?.(next)
  rmSync(next, { recursive: true, force: true })
}

function unless(code: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!isErrorOf(error, code)) throw error
  }
}
