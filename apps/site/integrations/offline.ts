import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OfflineParts } from '../src/check/offline-parts.ts'
import type { Parts } from '../src/check/parts.ts'
import { offlineCopyPath, offlinePath, partsPath } from '../src/check/paths.ts'
import { readPartsVersion } from '../src/data/parts-version.ts'
import { follow } from './parts.ts'

const pages = ['check/', 'en/check/']

/** The file of an address below the base. */
const toFile = (folder: string, path: string) =>
  join(folder, path.endsWith('/') ? `${path}index.html` : path.replace(/\?.*$/, ''))

/** Scripts and style sheets of the pages. */
function listPageFiles(folder: string): readonly string[] {
  const found = pages.flatMap((page) => [
    ...readFileSync(toFile(folder, page), 'utf8').matchAll(/_astro\/[\w.-]+\.(?:css|js)/g),
  ])
  const names = [...new Set(found.map(([name]) => name))]
  return [
    ...names.filter((name) => name.endsWith('.css')),
    ...follow(
      folder,
      names.filter((name) => name.endsWith('.js')),
    ),
  ]
}

/** The address at which a part is asked for: one whose name holds no digest has its version behind it. */
const toAddress = (path: string): string =>
  path.startsWith('_astro/') || /\/reader-[\w-]+\.js$/.test(path) ? path : `${path}?v=${readPartsVersion()}`

/**
 * Completes the script that keeps the check in the browser: puts the list of all parts in front of it, and a copy beside
 * the English page.
 */
export function writeOffline(folder: string, base: string, { reader, pdf }: Parts): void {
  const parts = [...reader, ...pdf].map(({ path }) => toAddress(path))
  const fixed = [...new Set([...listPageFiles(folder), ...parts])]
  const changing = [...pages, partsPath, 'favicon.svg']
  const digest = createHash('sha256')
  for (const path of [...changing, ...fixed]) digest.update(path).update(readFileSync(toFile(folder, path)))
  const list: OfflineParts = { base, version: digest.digest('hex').slice(0, 12), changing, fixed }
  const script = readFileSync(join(folder, offlinePath), 'utf8')
  for (const path of [offlinePath, offlineCopyPath])
    writeFileSync(join(folder, path), `const offlineParts=${JSON.stringify(list)};\n${script}`)
}
