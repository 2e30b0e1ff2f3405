import type { Told } from '../privacy.ts'
import { isBareName, isNameHeading } from './names.ts'
import { isPerson } from './persons.ts'
import type { Range } from './ranges.ts'

/** Columns of a table by the headings over them: those of names, and the labels of those of numbers. */
export interface Columns {
  readonly names: ReadonlyMap<number, string>
  readonly numbers: ReadonlyMap<number, string>
}

/** The columns that a row heads; undefined when it is no head, or heads neither names nor numbers. */
export function findColumns(row: readonly Told[]): Columns | undefined {
  // A head is a label of what stands below it; most rows have none.
  if (row.every(({ label, announcesNumber }) => label === '' && !announcesNumber)) return undefined
  const names = new Map(row.flatMap(({ flat }, at) => (isNameHeading(flat) ? [[at, flat] as const] : [])))
  const numbers = new Map(row.flatMap((told, at) => (told.announcesNumber ? [[at, told.label] as const] : [])))
  if (names.size + numbers.size === 0) return undefined
  const filled = row.filter(({ isEmpty }) => !isEmpty)
  // A word beside its value heads no column: 联系人 | 张三 | 电话 | …
  const isHead =
    filled.length > 1 &&
    filled.every(({ flat, isFigure }) => !/\d{3}/.test(flat) && (isFigure || isNameHeading(flat) || !isPerson(flat)))
  return isHead ? { names, numbers } : undefined
}

/** Under the word for a person every name is one; under a word for a task (审核) only what has a surname. */
export const isNameUnder = (heading: string, flat: string): boolean =>
  isPerson(flat) || (isBareName(flat) && (/[人员名]\s*:?\s*$/.test(heading) || /^\s*[A-Z]/.test(flat)))

/** Words of a line with spaces or bars between them. */
const word = /[^\s|]+/g
/** A head and its columns, as words of lines. */
export interface WordColumns {
  readonly words: number
  readonly names: ReadonlyMap<number, string>
}

/** The columns that a line of words heads: `序号 姓名 科室 职务`. */
export function findWordColumns({ flat }: Told): WordColumns | undefined {
  if (flat.length > 60 || /[:：]/.test(flat)) return undefined
  const words = flat.match(word) ?? []
  if (words.length < 2) return undefined
  const names = new Map(words.flatMap((one, at) => (isNameHeading(one) ? [[at, one] as const] : [])))
  const isHead = words.every((one) => one.length <= 8 && !/\d/.test(one) && !isPerson(one))
  return isHead && names.size > 0 ? { words: words.length, names } : undefined
}

/** The names of a line below such a head; undefined when the line has more or fewer words. */
export function findWordNames({ flat }: Told, { words, names }: WordColumns): readonly Range[] | undefined {
  const found = flat.length > 120 ? [] : [...flat.matchAll(word)]
  if (found.length !== words) return undefined
  return found.flatMap(({ 0: text, index }, at) => {
    const heading = names.get(at)
    return heading !== undefined && isNameUnder(heading, text) ? [{ start: index, end: index + text.length }] : []
  })
}
