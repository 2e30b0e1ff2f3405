import type { Cell } from '@gongkai/schema'

/** The number of a cell, null where none is printed. */
export type NumberAt = (key: string) => number | null

/** Cells by key. */
export function toCellIndex(cells: readonly Cell[]): ReadonlyMap<string, Cell> {
  const index = new Map<string, Cell>()
  for (const cell of cells) index.set(cell.key, cell)
  return index
}

/** Numbers of the cells; every state but `value` has none. */
export function toNumbers(cells: readonly Cell[]): NumberAt {
  const index = toCellIndex(cells)
  return (key) => {
    const cell = index.get(key)
    return cell?.state === 'value' ? cell.value : null
  }
}

/** Numbers of the cells with blanks as 0; a dash, words and what is missing stay without a number. */
export function toNumbersBlankAsZero(cells: readonly Cell[]): NumberAt {
  const index = toCellIndex(cells)
  return (key) => {
    const cell = index.get(key)
    return cell?.state === 'blank' ? 0 : (cell?.value ?? null)
  }
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
