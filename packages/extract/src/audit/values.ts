import type { Cell, Form } from '@gongkai/schema'
import { type Numbers, placesOf } from './filled-form.ts'

/** The number of a cell, null where none is printed. */
export type NumberAt = (key: string) => number | null

/** The numbers of a form by the keys of its cells. */
export function toNumberAt(form: Form, numbers: Numbers): NumberAt {
  const places = placesOf(form)
  return (key) => {
    const place = places.get(key)
    return place === undefined ? null : (numbers[place] ?? null)
  }
}

export const isBlank = (cell: Cell | undefined): boolean => cell?.state === 'blank'

/** Numbers of the cells with blanks as 0; a dash, words and what is missing stay without a number. */
export const toNumbersBlankAsZero = (cells: readonly Cell[]): Numbers =>
  cells.map((cell) => (isBlank(cell) ? 0 : cell.value))

/** Sum of some cells, null when one of them has no number. */
export function sumOf(keys: readonly string[], numberAt: NumberAt): number | null {
  let sum = 0
  for (const key of keys) {
    const value = numberAt(key)
    if (value === null) return null
    sum += value
  }
  return sum
}
