import { need } from '../dom/element.ts'
import { type CheckWords, fillWords } from '../words/check.ts'
import { partsPath } from './paths.ts'

/** A file that the check loads, and its size as a host sends it, compressed. */
export interface PartFile {
  /** Below the base of the site. */
  readonly path: string
  /** Bytes, compressed. */
  readonly bytes: number
}

/** What the reports of a year carried forward. */
export interface YearFile extends PartFile {
  readonly year: number
}

/** What the build writes of the files that the check loads. */
export interface Parts {
  /** Loaded with the first draft. */
  readonly reader: readonly PartFile[]
  /** Loaded with the first PDF. */
  readonly pdf: readonly PartFile[]
  /** Loaded on demand, newest first. */
  readonly years: readonly YearFile[]
}

/** A size in words. */
export function toSize(files: readonly PartFile[]): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)}KB` : `${(bytes / 1024 / 1024).toFixed(1)}MB`
}

/** Asks for the list of the files. @throws {Error} if it cannot be had */
export async function loadParts(base: string): Promise<Parts> {
  const response = await fetch(base + partsPath)
  if (!response.ok) throw new Error(`Cannot state the size of the parts: the host answered ${response.status}`)
  return (await response.json()) as Parts
}

/** States what will be loaded, before it is. */
export async function sayParts(root: HTMLElement, parts: Promise<Parts>, words: CheckWords): Promise<void> {
  const said = need(root, '[data-parts]', HTMLElement)
  said.textContent = await parts.then(
    ({ reader, pdf }) => fillWords(words.parts, { size: toSize(reader), pdf: toSize(pdf) }),
    () => words.partsUnknown,
  )
}
