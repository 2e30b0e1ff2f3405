import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readFileSum, sumsFile } from './write/files.ts'

/** The folder being built and the one being replaced, beside the dataset. */
export interface SwapFolders {
  readonly out: string
  readonly next: string
  readonly old: string
}

/** Names of the folders beside a dataset. */
export function toSwapFolders(out: string): SwapFolders {
  return { out, next: `${out}.next`, old: `${out}.old` }
}

/**
 * Tidies what a killed build left: a complete old dataset comes back if the dataset is gone, the rest is deleted.
 *
 * @throws {Error} if the folder holds something that is not a dataset, which replacing it would destroy
 */
export async function restoreDataset({ out, next, old }: SwapFolders): Promise<void> {
  const held = await listFolder(out)
  if (held === undefined && (await isComplete(old))) await rename(old, out)
  if (held !== undefined && held.length > 0 && !held.includes(sumsFile)) {
    throw new Error(`Cannot write the dataset: "${out}" must be a dataset, empty or new; it has no ${sumsFile}`)
  }
  await rm(old, { recursive: true, force: true })
  await rm(next, { recursive: true, force: true })
  await mkdir(dirname(out), { recursive: true })
}

/** Puts the finished folder in the place of the dataset. Killed between the two renames, `restoreDataset` brings the old one back. */
export async function swapDataset({ out, next, old }: SwapFolders): Promise<void> {
  if (await listFolder(out)) await rename(out, old)
  await rename(next, out)
  await rm(old, { recursive: true, force: true })
}

/** Whether a folder is a dataset all of whose files have the sums it was published with. */
export async function isComplete(folder: string): Promise<boolean> {
  const sums = await readFile(join(folder, sumsFile), 'utf8').catch(() => '')
  const lines = sums.split('\n').filter((line) => line !== '')
  for (const line of lines) {
    const found = await readFileSum(folder, line.slice(66)).catch(() => undefined)
    if (found?.sha256 !== line.slice(0, 64)) return false
  }
  return lines.length > 0
}

/** Names in a folder; undefined if there is no such folder. */
async function listFolder(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
