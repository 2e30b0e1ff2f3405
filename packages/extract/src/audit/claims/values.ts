import type { Cell } from '@gongkai/schema'
import { toExact } from './exact.ts'
import type { Reading } from './types.ts'

/** What the tables say to a reading. */
export interface TableSum {
  /** Cells of the reading that the editions of this report have. */
  readonly keys: readonly string[]
  /** Sum of the cells, money in yuan; undefined where one of them holds no number. */
  readonly value: number | undefined
  /** Yuan in one unit of the cells: 10,000 where they are published in 万元. */
  readonly scale: number
}

/** Adds up the cells of a reading. */
export type Tables = (reading: Reading) => TableSum

const yuan: Readonly<Record<string, number>> = { 万元: 10_000, 元: 1 }

/** The cells of a report, to be asked for the sum of a reading. */
export function toTables(cells: readonly Cell[]): Tables {
  let index: ReadonlyMap<string, Cell> | undefined
  return ({ keys }) => {
    index ??= toIndex(cells)
    const byKey = index
    const own = keys.filter((key) => byKey.has(key))
    const scale = yuan[byKey.get(own[0] ?? '')?.unit ?? ''] ?? 1
    let sum = 0
    for (const key of own) {
      const cell = byKey.get(key)
      if (cell?.state !== 'value' || cell.value === null) return { keys: own, value: undefined, scale }
      sum += cell.value * scale
    }
    return { keys: own, value: own.length === 0 ? undefined : toExact(sum), scale }
  }
}

function toIndex(cells: readonly Cell[]): ReadonlyMap<string, Cell> {
  const index = new Map<string, Cell>()
  for (const cell of cells) index.set(cell.key, cell)
  return index
}
