import type { Bytes } from './bytes.ts'
import type { DocFile } from './open.ts'

/**
 * Calls back for each property of a list that says something: its code, and its operand.
 *
 * @param known codes of the properties that say something; most only tell how the text is set
 */
export function eachProperty(
  list: Bytes,
  known: ReadonlySet<number>,
  found: (code: number, operand: Bytes) => void,
): void {
  for (let at = 0; at + 2 <= list.length; ) {
    const code = list.short(at)
    at += 2
    const { head, size } = fixedSizes[code >> 13] ?? sizeOf(code, list, at)
    const from = Math.min(at + head, list.length)
    at = from + size
    if (at > list.length) return // Word, too, leaves out a property that is cut short
    if (known.has(code)) found(code, list.slice(from, at))
  }
}

const definesTable = 0xd608
const changesTabs = 0xc615
/** Bytes of an operand, and those in front of it that say how many it has. */
interface Size {
  readonly head: number
  readonly size: number
}

/** Sizes by the three highest bits of a code; 6 has its size in front. */
const fixedSizes = [fixed(1), fixed(1), fixed(2), fixed(4), fixed(2), fixed(2), undefined, fixed(3)] as const

function fixed(size: number): Size {
  return { head: 0, size }
}

function sizeOf(code: number, list: Bytes, at: number): Size {
  if (at >= list.length) return { head: 0, size: 1 }
  if (code === definesTable && at + 2 <= list.length) return { head: 2, size: Math.max(0, list.short(at) - 1) }
  const size = list.byte(at)
  return code === changesTabs && size === 255 ? { head: 0, size: list.length } : { head: 1, size }
}

/** Properties of the text from one byte of the main stream to another. */
export interface Run<T> {
  readonly from: number
  readonly to: number
  readonly properties: T
}

/** Finds the run that holds a byte of the main stream; a byte outside all of them is a run by itself. */
export type RunAt<T> = (at: number) => Run<T>

const pageSize = 512
const tableOfCharacters = 12
const tableOfParagraphs = 13

/** Properties of characters, as `read` makes them out of a list. */
export const readCharacterRuns = <T>(file: DocFile, read: (list: Bytes) => T, none: T): RunAt<T> =>
  readRuns(file, tableOfCharacters, 1, none, (page, at) => {
    const size = page.byte(at)
    return read(page.slice(at + 1, at + 1 + size))
  })

/** Properties of paragraphs; the first two bytes name their style. */
export const readParagraphRuns = <T>(file: DocFile, read: (list: Bytes, style: number) => T, none: T): RunAt<T> =>
  readRuns(file, tableOfParagraphs, 13, none, (page, at) => {
    const half = page.byte(at)
    const from = half === 0 ? at + 2 : at + 1
    const to = half === 0 ? from + 2 * page.byte(at + 1) : at + 2 * half
    return read(page.slice(Math.min(from + 2, to), to), to - from >= 2 ? page.short(from) : 0)
  })

/**
 * Runs of the pages that a table lists: each page has edges of its runs, and for each run where its properties lie.
 *
 * @see [MS-DOC] 2.9.33 and 2.9.174, pages of formatted text
 */
function readRuns<T>(
  { main, table, part }: DocFile,
  number: number,
  step: number,
  none: T,
  read: (page: Bytes, at: number) => T,
): RunAt<T> {
  const { at: start, length } = part(number)
  const count = Math.max(0, Math.floor((length - 4) / 8))
  const runs: Run<T>[] = []
  for (let i = 0; i < count; i++) {
    const at = (table.long(start + 4 * (count + 1) + 4 * i) & 0x3f_ffff) * pageSize
    const page = main.slice(at, at + pageSize)
    const size = page.byte(pageSize - 1)
    const made = new Map<number, T>() // runs of one page share their lists
    for (let r = 0; r < size; r++) {
      const place = 2 * page.byte(4 * (size + 1) + step * r)
      const properties = place === 0 ? none : (made.get(place) ?? read(page, place))
      made.set(place, properties)
      runs.push({ from: page.long(4 * r), to: page.long(4 * r + 4), properties })
    }
  }
  runs.sort((a, b) => a.from - b.from)
  let last: Run<T> | undefined // text is asked for in order: nearly always it is the same run again
  return (at) => {
    if (!last || at < last.from || at >= last.to) last = findRun(runs, at)
    return last ?? { from: at, to: at + 1, properties: none }
  }
}

function findRun<T>(runs: readonly Run<T>[], at: number): Run<T> | undefined {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return undefined
    if (run.from > at) high = middle - 1
    else if (run.to <= at) low = middle + 1
    else return run
  }
  return undefined
}
