import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readFileSum, sumsFile } from './write/files.ts'

/** The folder being built and the one being replaced, beside the dataset. */
export interface SwapFolders {
  readonly out: string
  readonly next: string
  readonly old: string
}

/** Names of the folders beside a dataset; they bear the number of the process, so that two never write into one. */
export function toSwapFolders(out: string): SwapFolders {
  return { out, next: `${out}.next-${process.pid}`, old: `${out}.old-${process.pid}` }
}

/**
 * Tidies what killed builds left: a complete old dataset comes back if the dataset is gone, the rest is deleted.
 *
 * @throws {Error} if the folder holds something that is not a dataset, which replacing it would destroy
 */
export async function restoreDataset({ out }: SwapFolders): Promise<void> {
  const held = await listFolder(out)
  if (held !== undefined && held.length > 0 && !held.includes(sumsFile)) {
    throw new Error(`Cannot write the dataset: "${out}" must be a dataset, empty or new; it has no ${sumsFile}`)
  }
  await mkdir(dirname(out), { recursive: true })
  const left = await listAbandoned(out)
  for (const folder of left.filter((path) => path.startsWith(`${out}.old`))) {
    if ((await listFolder(out)) === undefined && (await isComplete(folder))) await rename(folder, out)
  }
  for (const folder of left) await rm(folder, { recursive: true, force: true })
}

/** Folders beside a dataset whose process is gone, in order. */
async function listAbandoned(out: string): Promise<readonly string[]> {
  const start = basename(out)
  const names = (await listFolder(dirname(out))) ?? []
  const found = names.filter((name) => {
    const match = name.startsWith(start) ? /^\.(?:next|old)(?:-(\d+))?$/.exec(name.slice(start.length)) : null
    return match !== null && !isAlive(match[1])
  })
  return found.sort().map((name) => join(dirname(out), name))
}

/** Whether another process of this number runs. */
function isAlive(pid: string | undefined): boolean {
  if (pid === undefined || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return isErrorOf(error, 'EPERM')
  }
}

/** Puts the finished folder in the place of the dataset. Killed between the two renames, `restoreDataset` brings the old one back. */
export async function swapDataset({ out, next, old }: SwapFolders): Promise<void> {
  for (let isPlaced = false; !isPlaced; ) {
    await rm(old, { recursive: true, force: true })
    await rename(out, old).catch((error: unknown) => expectError(error, 'ENOENT'))
    // Another build may have finished in between: its dataset makes way as the one before did.
    isPlaced = await rename(next, out).then(
      () => true,
      (error: unknown) => expectError(error, 'ENOTEMPTY'),
    )
  }
  await rm(old, { recursive: true, force: true })
}

const isErrorOf = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

function expectError(error: unknown, code: string): false {
  if (isErrorOf(error, code)) return false
  throw error
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
    if (isErrorOf(error, 'ENOENT')) return undefined
    throw error
  }
}
