import type { Cell } from '@gongkai/schema'

/** The number of a cell, null where none is printed. */
export type NumberAt = (key: string) => number | null

/** Numbers of the cells; every state but `value` has none. */
export function toNumbers(cells: readonly Cell[]): NumberAt {
  const values = new Map(cells.map((cell) => [cell.key, cell.state === 'value' ? cell.value : null]))
  return (key) => values.get(key) ?? null
}

/** Numbers of the cells with blanks as 0; a dash, words and what is missing stay without a number. */
export function toNumbersBlankAsZero(cells: readonly Cell[]): NumberAt {
  const values = new Map(cells.map((cell) => [cell.key, cell.state === 'blank' ? 0 : cell.value]))
  return (key) => values.get(key) ?? null
}

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
