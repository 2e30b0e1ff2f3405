import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Digest of files, and of all files of folders, by name and bytes, in hex.
 *
 * @param paths below the root
 * @example digestFiles(root, ['packages/schema/src', 'package-lock.json'])
 */
export function digestFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((part) => listFiles(root, part))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function listFiles(root: string, path: string): readonly string[] {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path))
    .flatMap((name) => listFiles(root, join(path, name)))
    .sort()
}
