import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beginFolder, isAlive, isErrorOf } from '@gongkai/disk'
import { isComplete, sumsFile, writeSums } from '../write/files.ts'

/** Tables of provinces that an earlier analysis made: a folder for each, named by the key of all that they hang on. */
export interface KeptTables {
  /** Copies the tables of a name into a folder. @returns false where they are not kept, or not whole */
  readonly take: (name: string, into: string) => Promise<boolean>
  /** Keeps a copy of a folder of tables; nothing is done where all of its files are kept. */
  readonly keep: (name: string, from: string) => Promise<void>
  /** Forgets all tables but those of some names. */
  readonly forgetOthers: (names: ReadonlySet<string>) => void
}

/**
 * Opens what earlier analyses kept. It is evidence, not authority: tables are used only while they have the sums that they
 * were kept with, so that whatever is missing or damaged costs time and nothing else.
 */
export function openKeptTables(folder: string): KeptTables {
  const pathOf = (name: string) => join(folder, name)
  return {
    async take(name, into) {
      if (!existsSync(pathOf(name))) return false
      copyFolder(pathOf(name), into)
      if (await isComplete(into)) return true
      for (const path of [into, pathOf(name)]) rmSync(path, { recursive: true, force: true })
      return false
    },
    async keep(name, from) {
      if (listTables(from).join() === listTables(pathOf(name)).join()) return
      const next = beginFolder(pathOf(name))
      try {
        copyFolder(from, next.path)
        await writeSums(next.path)
        next.publish()
      } finally {
        next.discard()
      }
    },
    forgetOthers(names) {
      if (!existsSync(folder)) return
      // Folders in the making end with the number of the process that fills them.
      const isOfOther = (name: string) => isAlive(Number(/-(\d+)$/.exec(name)?.[1] ?? process.pid))
      for (const name of readdirSync(folder))
        if (!names.has(name) && !isOfOther(name)) rmSync(join(folder, name), { recursive: true, force: true })
    },
  }
}

/** Another analysis may forget a folder while it is copied: the copy is not whole then. */
function copyFolder(from: string, to: string): void {
  try {
    cpSync(from, to, { recursive: true })
  } catch (error) {
    if (!isErrorOf(error, 'ENOENT')) throw error
  }
}

const listTables = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name !== sumsFile)
        .sort()
    : []
