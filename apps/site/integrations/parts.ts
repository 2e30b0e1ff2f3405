import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { PartFile, Parts } from '../src/check/parts.ts'
import { lookupsPath, partsPath } from '../src/check/paths.ts'

const toPart = (folder: string, path: string): PartFile => ({
  path,
  bytes: gzipSync(readFileSync(join(folder, path)), { level: 6 }).length,
})

/** Names of scripts that a text holds. */
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:_astro\/|["'`]\.\/)([\w.-]+\.m?js)/g)].map(([, name = '']) => `_astro/${name}`)

/** What is imported on demand, for a format, is not loaded with the script that may demand it. */
const withoutDemands = (script: string): string => script.replaceAll(/\bimport\([^()]*\)/g, '')

/** The files that some files name, and those that these name, and so on. */
function follow(folder: string, from: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const visit = (path: string) => {
    // A library may name a file that the build has put elsewhere.
    if (found.has(path) || !existsSync(join(folder, path))) return
    found.add(path)
    for (const next of namesIn(withoutDemands(readFileSync(join(folder, path), 'utf8')))) visit(next)
  }
  for (const path of from) visit(path)
  return [...found]
}

/**
 * Writes what the check of drafts loads once it is given one: the page states the sizes before.
 *
 * @throws {RangeError} if the page names no reader: then nothing could be read
 */
export function writeParts(folder: string): void {
  const page = namesIn(readFileSync(join(folder, 'check/index.html'), 'utf8'))
  const later = follow(folder, page).filter((path) => !page.includes(path))
  const readers = later.filter((path) => /\/reader-[^/]*\.js$/.test(path))
  if (readers.length !== 1) throw new RangeError(`Cannot list the parts of the check: found ${readers.length} readers`)
  const reader = [...follow(folder, readers), lookupsPath].map((path) => toPart(folder, path))
  const parts: Parts = { reader }
  writeFileSync(join(folder, partsPath), JSON.stringify(parts))
}
