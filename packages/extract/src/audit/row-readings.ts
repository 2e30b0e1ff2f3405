import {
  type BalanceEdit,
  type Form,
  type ProposalKind,
  perForm,
  toBalanceEdits,
  toFormCells,
  toRowWidth,
} from '@gongkai/schema'
import { type Changes, type Equation, isRestored, type System } from './system.ts'
import { type NumberAt, sumOf } from './values.ts'

/** Rows whose values restore every failing equation when they stand elsewhere, or are what the columns lack. */
export interface RowReading {
  readonly kind: Exclude<ProposalKind, 'cells'>
  /** Columns that the values stand too far to the left; negative is to the right, 0 where nothing is shifted. */
  readonly shift: number
  readonly changes: Changes
}

/** Printed rows of a form with sum edits, as cell keys: 表四 is one row. */
const toLines = perForm((form: Form): readonly (readonly string[])[] => {
  const keys = toFormCells(form).map((cell) => cell.key)
  const width = toRowWidth(form)
  return Array.from({ length: keys.length / width }, (_, row) => keys.slice(row * width, (row + 1) * width))
})

/** Every row of the form that, read in another alignment, restores all failing equations of the form. */
export function findRowReadings(form: Form, failing: readonly Equation[], system: System): readonly RowReading[] {
  const edits = toBalanceEdits(form)
  return toLines(form)
    .filter((line) => failing.every((equation) => line.some((key) => equation.signs.has(key))))
    .flatMap((line) => {
      const isOwn = (key: string) => line.includes(key)
      const touching = edits.filter(({ left, right }) => left.some(isOwn) || right.some(isOwn))
      const readings = shiftsOf(form).flatMap((shift) => toShifted(line, shift, touching, system) ?? [])
      return [...readings, ...toReordered(line, touching, system)]
    })
    .filter((reading) => reading.changes.size > 1) // one cell alone is found as a cell
    .filter((reading) => isRestored(reading.changes, failing, system) && isWhole(reading.changes, edits, system))
    .filter((reading, index, all) => all.findIndex((other) => isSame(other.changes, reading.changes)) === index)
}

/** An edit over a cell that the reading fills in must hold, too. */
function isWhole(changes: Changes, edits: readonly BalanceEdit[], { numberAt }: System): boolean {
  const at: NumberAt = (key) => changes.get(key) ?? numberAt(key)
  return edits.every(({ left, right }) => {
    if (![...left, ...right].some((key) => changes.has(key))) return true
    const [sum, other] = [sumOf(left, at), sumOf(right, at)]
    return sum === null || other === null || sum === other
  })
}

const isSame = (a: Changes, b: Changes): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)

/** Shifts within the width of the form: in 表四 a shift by a whole group would be another error. */
function shiftsOf(form: Form): readonly number[] {
  const most = (form.blocks[0]?.columns.length ?? 1) - 1
  return Array.from({ length: most }, (_, i) => i + 1).flatMap((shift) => [shift, -shift])
}

/** The row moved by some columns; what it moves over must be empty or 0, and what it uncovers follows from the sums. */
function toShifted(
  line: readonly string[],
  shift: number,
  touching: readonly BalanceEdit[],
  { numberAt }: System,
): RowReading | undefined {
  const moved = new Map<string, number>()
  line.forEach((key, index) => {
    const from = line[index - shift]
    if (from !== undefined) moved.set(key, numberAt(from) ?? 0)
  })
  const lost = line.filter((_, index) => line[index + shift] === undefined)
  const isLossless = lost.every((key) => (numberAt(key) ?? 0) === 0)
  if (!isLossless || ![...moved.values()].some((value) => value > 0)) return undefined
  const values = settle(moved, line, touching, numberAt)
  const isProved = line.every((key) => moved.has(key) || values.get(key) === 0 || isConfirmed(key, touching, numberAt))
  if (!isProved) return undefined
  return { kind: 'shifted_row', shift, changes: changesOf(values, numberAt) }
}

const changesOf = (values: ReadonlyMap<string, number>, numberAt: NumberAt): Changes =>
  new Map([...values].filter(([key, value]) => value !== numberAt(key)))

/** A number that one edit was used to work out needs a second edit to bear it out. */
const isConfirmed = (key: string, touching: readonly BalanceEdit[], numberAt: NumberAt): boolean =>
  touching.filter(({ left, right }) => {
    const keys = [...left, ...right]
    return keys.includes(key) && keys.some((one) => one !== key && numberAt(one) !== null)
  }).length >= 2

/**
 * The row whose every number follows from its column: a reading when they are the printed ones in another order, or
 * when the row prints nothing but 0.
 */
function toReordered(
  line: readonly string[],
  touching: readonly BalanceEdit[],
  { numberAt }: System,
): readonly RowReading[] {
  const values = settle(new Map(), line, touching, numberAt)
  const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b).join(' ')
  const printed = line.map((key) => numberAt(key) ?? 0)
  const changes = changesOf(values, numberAt)
  if (printed.every((value) => value === 0)) return [{ kind: 'emptied_row', shift: 0, changes }]
  if (changes.size < 2 || sorted([...values.values()]) !== sorted(printed)) return []
  return [{ kind: 'reordered_row', shift: 0, changes }]
}

/** Every two rows of 表三 that restore all failing equations when their values change places. */
export function findSwappedRows(form: Form, failing: readonly Equation[], system: System): readonly RowReading[] {
  if (form.id !== 'requests') return []
  const { numberAt } = system
  const lines = toLines(form).filter((line) => line.every((key) => numberAt(key) !== null))
  const pairs = lines.flatMap((line, i) => lines.slice(i + 1).map((other) => [line, other] as const))
  return pairs
    .map(([line, other]): RowReading => {
      const values = [...line, ...other].map(
        (key, i, keys) => [key, numberAt(keys[(i + line.length) % keys.length] ?? '') ?? 0] as const,
      )
      return { kind: 'swapped_rows', shift: 0, changes: changesOf(new Map(values), numberAt) }
    })
    .filter(({ changes }) => changes.size > 0 && isRestored(changes, failing, system))
}

/** Numbers of the whole row: an edit in which one cell alone is open settles that cell; what stays open is 0. */
function settle(
  known: ReadonlyMap<string, number>,
  line: readonly string[],
  touching: readonly BalanceEdit[],
  numberAt: NumberAt,
): ReadonlyMap<string, number> {
  const values = new Map(known)
  const own = new Set(line)
  const at = (key: string) => (own.has(key) ? values.get(key) : (numberAt(key) ?? undefined))
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const { left, right } of touching) {
      const open = [...left, ...right].filter((key) => at(key) === undefined)
      const [key] = open
      if (key === undefined || open.length > 1 || !own.has(key)) continue
      const sum = (keys: readonly string[]) => keys.reduce((total, one) => total + (at(one) ?? 0), 0)
      values.set(key, left.includes(key) ? sum(right) - sum(left) : sum(left) - sum(right))
      isMoving = true
    }
  }
  for (const key of line) if (!values.has(key)) values.set(key, 0)
  return values
}
