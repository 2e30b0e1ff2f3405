import { readFileSync, statSync } from 'node:fs'
import { isErrorOf } from '../../packages/disk/src/index.ts'

/** What the system knows of a file. */
interface FoundFile {
  readonly size: number
  /** When it was written, milliseconds. */
  readonly written: number
  /** Changes with the size and the time. */
  readonly tag: string
}

/**
 * The size and age of a file; undefined where a path names no file. The system knows them without a disk, so that to
 * wait for another thread would take longer than to ask.
 */
export function findFile(path: string): FoundFile | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    return found?.isFile()
      ? {
          size: found.size,
          written: found.mtimeMs,
          tag: `${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}`,
        }
      : undefined
  } catch (error) {
    if (isErrorOf(error, 'ENAMETOOLONG')) return undefined
    throw error
  }
}

/**
 * What a small file says, read anew when the file is another one: a site may be replaced while it is served.
 *
 * @param read makes something of the text; undefined where there is no file
 */
export function remember<T>(path: string, read: (text: string | undefined) => T): () => T {
  let known: { readonly tag: string | undefined; readonly value: T } | undefined
  return () => {
    const tag = findFile(path)?.tag
    if (!known || known.tag !== tag)
      known = { tag, value: read(tag === undefined ? undefined : readFileSync(path, 'utf8')) }
    return known.value
  }
}
