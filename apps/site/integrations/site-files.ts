import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isErrorOf } from '@gongkai/disk'
import { listPaths, removeEmpty } from './folders.ts'
import type { PageFile } from './kept-pages.ts'

/** Folder of what other sites show in frames: each file in a folder of its own, most of all files of a large site. */
const framed = 'embed'

/** Moves a folder. @returns whether it was there, and another build was not quicker */
function move(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    if (isErrorOf(error, 'ENOENT', 'ENOTEMPTY')) return false
    throw error
  }
}

/** Whether a file is there and holds these bytes. */
function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes)
  } catch (error) {
    if (isErrorOf(error, 'ENOENT')) return false
    throw error
  }
}

/** Puts files of agencies and divisions into a site. */
export interface SiteFiles {
  readonly put: (files: readonly PageFile[]) => void
  /** Removes the frames that nobody put. */
  readonly end: () => void
}

/**
 * Begins to put files into a site. It takes over the frames of an earlier one: to make and remove so many folders takes
 * longer than to look whether their files are the same.
 *
 * @param frames where frames were left, see `leaveFrames`
 */
export function beginFiles(site: string, frames: string): SiteFiles {
  const folder = join(site, framed)
  const isTaken = move(frames, folder)
  const put = new Set<string>()
  return {
    put(files) {
      for (const [path, bytes] of files) {
        const file = join(site, path)
        if (isTaken && path.startsWith(`${framed}/`)) {
          put.add(file)
          if (holds(file, bytes)) continue
        }
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, bytes)
      }
    },
    end() {
      const left = isTaken ? [...listPaths(folder)].map((path) => join(folder, path)) : []
      const others = left.filter((file) => !put.has(file))
      for (const file of others) rmSync(file)
      if (others.length > 0) removeEmpty(site)
    },
  }
}

/** Leaves the frames of a site that was replaced to the next one. */
export function leaveFrames(replaced: string, frames: string): void {
  rmSync(frames, { recursive: true, force: true })
  move(join(replaced, framed), frames)
}
