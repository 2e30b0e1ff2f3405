import { type CellState, cellStates, type Label } from '@gongkai/schema'
import { toGrouped } from './format.ts'

/** One side of a change: the number of a cell, or the state that it is in; nothing where there was no such cell. */
export function showSide(state: CellState | null, value: number | null): Label {
  if (state === null) return { zh: '', en: '' }
  if (state === 'value' && value !== null) return { zh: toGrouped(value), en: toGrouped(value) }
  return cellStates[state]
}
