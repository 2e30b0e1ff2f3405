import type { Printed, PrintedRow } from '../rows/printed-row.ts'
import { isValueLike } from '../value.ts'

/** The heads of a block of 表二 in a grid: in which column each measure stands. */
export interface Heads {
  readonly table: number | null
  readonly columns: ReadonlyMap<string, number>
}

/** Columns of the measures that a row prints as heads; of a head that is repeated, the first. */
export function toHeads(row: PrintedRow): Heads | null {
  if (row.reader !== 'grid') return null
  const columns = new Map<string, number>()
  for (const { names, column } of row.labels) {
    const id = names.measures?.id
    if (id !== undefined && !columns.has(id)) columns.set(id, column)
  }
  return { table: row.table, columns }
}

/** The values under their heads, for a row with more cells than measures; anything outside has to be a copy behind, or empty. */
export function valuesUnder(
  heads: Heads | null,
  row: PrintedRow,
  measures: readonly string[],
): readonly Printed[] | undefined {
  if (!heads || heads.table !== row.table || row.values.length <= measures.length) return undefined
  const found = measures.flatMap((id) => row.values.find((value) => value.column === heads.columns.get(id)) ?? [])
  const first = Math.min(...found.map(({ column }) => column))
  const isCovered = row.values.every(
    ({ text, column }) => text === '' || (column >= first && found.some((value) => value.text === text)),
  )
  return found.length === measures.length && isCovered ? found : undefined
}

/** Drops the empty cells that merged cells leave before and after the values, or the copies of a merged one. */
export function trim(values: readonly Printed[], wanted: number): readonly Printed[] {
  if (values.length <= wanted) return values
  const rest = values.slice(wanted)
  const last = values[wanted - 1]?.text ?? ''
  if (last !== '' && rest.every((value) => value.text === last)) return values.slice(0, wanted)
  const filled = values.filter((value) => value.text !== '')
  if (filled.length === wanted && filled.every(({ text }) => isValueLike(text))) return filled
  return rest.every(({ text }) => text === '' || /^[/／—–-]$/.test(text)) ? values.slice(0, wanted) : values
}
