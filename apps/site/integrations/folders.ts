import { readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of the files below a folder, always in the same order. */
export function* listPaths(folder: string, below = ''): Generator<string> {
  const entries = readdirSync(join(folder, below), { withFileTypes: true })
  const order = (a: string, b: string) => (a < b ? -1 : Number(a > b))
  for (const entry of entries.toSorted((a, b) => order(a.name, b.name))) {
    if (entry.isDirectory()) yield* listPaths(folder, `${below}${entry.name}/`)
    else yield `${below}${entry.name}`
  }
}

/** Removes the folders below a folder that hold nothing any more. */
export function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const path = join(folder, entry.name)
    removeEmpty(path)
    if (readdirSync(path).length === 0) rmdirSync(path)
  }
}
