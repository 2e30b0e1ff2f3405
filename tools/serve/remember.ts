import { readFile, stat } from 'node:fs/promises'
import { isErrorOf } from '../../packages/disk/src/index.ts'

/** The size and age of a file; undefined where a path names no file. */
export async function findFile(path: string): Promise<{ readonly size: number; readonly tag: string } | undefined> {
  try {
    const found = await stat(path)
    return found.isFile()
      ? { size: found.size, tag: `${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}` }
      : undefined
  } catch (error) {
    if (isErrorOf(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG')) return undefined
    throw error
  }
}

/**
 * What a file says, read anew when the file is another one: a site may be replaced while it is served.
 *
 * @param read makes something of the text; undefined where there is no file
 */
export function remember<T>(path: string, read: (text: string | undefined) => T): () => Promise<T> {
  let known: { readonly tag: string | undefined; readonly value: T } | undefined
  return async () => {
    const tag = (await findFile(path))?.tag
    if (!known || known.tag !== tag)
      known = { tag, value: read(tag === undefined ? undefined : await readFile(path, 'utf8')) }
    return known.value
  }
}
