import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { findPackage } from '@gongkai/extract/browser'
import { packFiles } from '../src/check/bundle.ts'
import type { PartFile, Parts } from '../src/check/parts.ts'
import { carriedFolder, lookupsPath, partsPath, pdfDataPath, pdfWorkerPath } from '../src/check/paths.ts'

/** Hosts compress scripts and JSON, and no unknown file. */
function toPart(folder: string, path: string): PartFile {
  const bytes = readFileSync(join(folder, path))
  return { path, bytes: path.endsWith('.bin') ? bytes.length : gzipSync(bytes, { level: 6 }).length }
}

/** Paths of scripts that a text names: those with a digest in their names, and the reader. */
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:_astro\/|["'`]\.\/)([\w.-]+\.m?js)|(check\/reader-[\w-]+\.js)/g)].map(
    ([, name, reader]) => reader ?? `_astro/${name}`,
  )

/** What is imported on demand, for a format, is not loaded with the script that may demand it. */
const withoutDemands = (script: string): string => script.replaceAll(/\bimport\([^()]*\)/g, '')

/** The files that some files name, and those that these name, and so on. */
export function follow(folder: string, from: readonly string[]): readonly string[] {
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

/** Puts the worker and the data of the PDF library beside the page. */
function writePdf(folder: string): void {
  const library = findPackage().data
  const names = ['cmaps', 'standard_fonts'].flatMap((room) =>
    readdirSync(join(library, room))
      .toSorted()
      .map((name) => `${room}/${name}`),
  )
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(library, name)))]))
  writeFileSync(join(folder, pdfDataPath), packFiles(files))
  copyFileSync(join(library, 'legacy/build/pdf.worker.min.mjs'), join(folder, pdfWorkerPath))
}

/** What the reports of each year carried forward, newest first. */
function listYears(folder: string): Parts['years'] {
  const names = readdirSync(join(folder, carriedFolder)).toSorted().toReversed()
  return names.map((name) => ({ year: Number.parseInt(name, 10), ...toPart(folder, `${carriedFolder}/${name}`) }))
}

/**
 * Writes what the check of drafts loads once it is given one: the page states the sizes before.
 *
 * @throws {RangeError} if the page names no reader: then nothing could be read
 */
export function writeParts(folder: string): Parts {
  writePdf(folder)
  const page = namesIn(readFileSync(join(folder, 'check/index.html'), 'utf8'))
  const later = follow(folder, page).filter((path) => !page.includes(path))
  const readers = later.filter((path) => /\/reader-[^/]*\.js$/.test(path))
  if (readers.length !== 1) throw new RangeError(`Cannot list the parts of the check: found ${readers.length} readers`)
  const reader = follow(folder, readers)
  const demanded = reader.flatMap((path) => namesIn(readFileSync(join(folder, path), 'utf8')))
  const pdf = follow(folder, demanded).filter((path) => !reader.includes(path))
  const parts: Parts = {
    reader: [...reader, lookupsPath].map((path) => toPart(folder, path)),
    pdf: [...pdf, pdfDataPath, pdfWorkerPath].map((path) => toPart(folder, path)),
    years: listYears(folder),
  }
  writeFileSync(join(folder, partsPath), JSON.stringify(parts))
  return parts
}
