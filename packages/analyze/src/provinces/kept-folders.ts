import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beginFolder, explain, explaining, isAlive, isErrorOf } from '@gongkai/disk'
import { isComplete, sumsFile, writeSums } from '../write/files.ts'

/** Folders of files that an earlier analysis made, each named by all that its files hang on. */
export interface KeptFolders {
  /** Copies the files of a name into a folder. @returns false where they are not kept, or not whole */
  readonly take: (name: string, into: string) => Promise<boolean>
  /** Keeps a copy of the files of a folder; nothing is done where all of them are kept. */
  readonly keep: (name: string, from: string) => Promise<void>
  /** Forgets all but what was taken or kept. */
  readonly forgetOthers: () => void
}

/**
 * Opens what earlier analyses kept. It is evidence, not authority: files are used only while they have the sums that they
 * were kept with, so that whatever is missing or damaged costs time and nothing else.
 *
 * @param program digest of what makes the files; those of another are forgotten
 */
export function openKeptFolders(folder: string, program: string): KeptFolders {
  const used = new Set<string>()
  const use = (name: string) => {
    const full = `${name}.${program.slice(0, 16)}`
    used.add(full)
    return join(folder, full)
  }
  return {
    async take(name, into) {
      const path = use(name)
      if (!existsSync(path)) return false
      copyFolder(path, into)
      if (await isComplete(into)) return true
      for (const damaged of [into, path]) rmSync(damaged, { recursive: true, force: true })
      return false
    },
    async keep(name, from) {
      const path = use(name)
      if (listFiles(from).join() === listFiles(path).join()) return
      const next = beginFolder(path)
      try {
        copyFolder(from, next.path)
        await writeSums(next.path)
        next.publish()
      } finally {
        next.discard()
      }
    },
    forgetOthers() {
      if (!existsSync(folder)) return
      // Folders in the making end with the number of the process that fills them.
      const isOfOther = (name: string) => isAlive(Number(/-(\d+)$/.exec(name)?.[1] ?? process.pid))
      for (const name of readdirSync(folder))
        if (!used.has(name) && !isOfOther(name)) rmSync(join(folder, name), { recursive: true, force: true })
    },
  }
}

/**
 * Another analysis may forget a folder while it is copied: the copy is not whole then. File by file, for Node ends the
 * process where a folder goes while `cpSync` copies it.
 */
function copyFolder(from: string, to: string): void {
  explaining('write', to, () => mkdirSync(to, { recursive: true }))
  try {
    for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name))
  } catch (error) {
    if (!isErrorOf(error, 'ENOENT')) throw explain(error, 'write', to)
  }
}

function listFiles(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder)
    return names.filter((name) => name !== sumsFile).sort()
  } catch (error) {
    if (isErrorOf(error, 'ENOENT')) return []
    throw error
  }
}
