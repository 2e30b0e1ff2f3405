import type { Cell } from '@gongkai/schema'

/** Number of cells in each state. */
export function countStates(cells: readonly Cell[]): Readonly<Record<Cell['state'], number>> {
  const counts = { value: 0, blank: 0, not_applicable: 0, text: 0, missing: 0 }
  for (const cell of cells) counts[cell.state]++
  return counts
}
