import type { ColumnTable, Span } from './parquet.ts'

/** Where the rows of each value of a table's leading key column stand; the published files are sorted by their keys. */
export interface KeySpans {
  /**
   * Takes the next row group of the table.
   *
   * @throws {Error} if the rows of a value are not neighbours
   */
  readonly add: (group: ColumnTable) => void
  /** An empty span where the table has no row of a value. */
  readonly find: (value: string) => Span
}

/** Column → its values, numbered: a dozen tables have the same keys, and each is held once. */
const numbersOf = new Map<string, Map<string, number>>()

function numbersIn(column: string): Map<string, number> {
  const numbers = numbersOf.get(column) ?? new Map<string, number>()
  numbersOf.set(column, numbers)
  return numbers
}

/**
 * An empty list of spans.
 *
 * @param column the leading key column
 */
export function toKeySpans(column: string): KeySpans {
  const numbers = numbersIn(column)
  const starts: number[] = []
  const ends: number[] = []
  const note = (value: string, position: number) => {
    const number = numbers.get(value) ?? numbers.size
    numbers.set(value, number)
    const end = ends[number]
    if (end !== undefined && end !== position)
      throw new Error(`Cannot find rows by "${column}": rows of "${value}" end at ${end}, found one at ${position}`)
    if (end === undefined) starts[number] = position
    ends[number] = position + 1
  }
  return {
    add({ start, columns }) {
      const values = columns.get(column) ?? []
      for (let offset = 0; offset < values.length; offset++) {
        const value = values[offset]
        if (typeof value === 'string') note(value, start + offset)
      }
    },
    find(value) {
      const number = numbers.get(value) ?? -1
      return { start: starts[number] ?? 0, end: ends[number] ?? 0 }
    },
  }
}
