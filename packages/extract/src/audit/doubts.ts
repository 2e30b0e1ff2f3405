import type { Cell, IssueCode } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'

/** What reading leaves open of the cells of a report, by their keys. */
export interface Doubts {
  /** The number may not be the printed one: where a sum over it fails, the agency need not be at fault. */
  readonly isDoubted: (key: string) => boolean
  /** Which of several numbers is meant cannot be told: a sum over it says nothing. */
  readonly isUncertain: (key: string) => boolean
}

export const noDoubts: Doubts = { isDoubted: () => false, isUncertain: () => false }

/** Issues that name a table, a row or a cell whose numbers may not be the printed ones. */
const doubting: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'row_ragged',
  'row_repeated',
  'row_contradicted',
  'single_value',
  'label_inferred',
  'columns_reordered',
  'digits_joined',
  'digits_ambiguous',
  'not_a_count',
  'number_annotated',
  'part_left_out',
  'tables_deduplicated',
])

/** Issues of a line that no row took: it may be a row of the table, and what stands beside it may belong to others. */
const unread: ReadonlySet<IssueCode> = new Set<IssueCode>(['row_unmapped', 'line_unread', 'encoding_damaged'])

const unsettling: ReadonlySet<IssueCode> = new Set<IssueCode>(['row_contradicted'])

/**
 * Finds the cells that issues of reading leave in doubt: those that an issue names, by themselves, by their row or by
 * their table, and those beside a line that was not read.
 *
 * @example a line unread between 予以公开 and 部分公开 → the cells of both rows are doubted
 */
export function findDoubts(cells: readonly Cell[], notes: readonly IssueNote[]): Doubts {
  const besides = new Set(
    notes.flatMap(({ code, line }) => (line !== undefined && unread.has(code) ? neighboursOf(line, cells) : [])),
  )
  const doubted = keysUnder(namedBy(notes, doubting), cells)
  const uncertain = keysUnder(namedBy(notes, unsettling), cells)
  for (const { key, place } of cells) if (place && besides.has(place.line)) doubted.add(key)
  return { isDoubted: (key) => doubted.has(key), isUncertain: (key) => uncertain.has(key) }
}

/** The keys of cells that are named, by themselves, by their row or by their table. */
function keysUnder(names: ReadonlySet<string>, cells: readonly Cell[]): Set<string> {
  if (names.size === 0) return new Set()
  const isNamed = ({ key, formId }: Cell) =>
    names.has(key) || names.has(key.slice(0, key.lastIndexOf('.'))) || names.has(formId)
  return new Set(cells.filter(isNamed).map(({ key }) => key))
}

const namedBy = (notes: readonly IssueNote[], codes: ReadonlySet<IssueCode>): ReadonlySet<string> =>
  new Set(notes.flatMap(({ code, key }) => (key !== undefined && codes.has(code) ? [key] : [])))

/** The lines of cells that a line stands on or between. */
function neighboursOf(line: number, cells: readonly Cell[]): readonly number[] {
  const lines = cells.flatMap(({ place }) => place?.line ?? [])
  const before = Math.max(...lines.filter((one) => one <= line))
  const after = Math.min(...lines.filter((one) => one >= line))
  return [before, after].filter(Number.isFinite)
}
