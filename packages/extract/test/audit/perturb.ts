import type { Cell, Proposal } from '@gongkai/schema'
import { noDoubts } from '../../src/audit/doubts.ts'
import { toFilledForms } from '../../src/audit/filled-form.ts'
import { propose } from '../../src/audit/propose.ts'
import { type Random, toRandom } from '../generate/random.ts'
import { failedOf, none, type Tables, withNumbers } from './tables.ts'

/** What the audit made of tables in which something was spoilt. */
export interface Tally {
  readonly tried: number
  /** A sum edit failed. */
  readonly detected: number
  /** One set was proposed, and it restores what was printed before. */
  readonly located: number
  /** Several sets were proposed, and one of them restores it. */
  readonly among: number
  /** Several sets were proposed, and the likeliest of them is the one that restores it. */
  readonly first: number
  /** One set was proposed, and it is another one. */
  readonly wrong: number
}

const emptyTally: Tally = { tried: 0, detected: 0, located: 0, among: 0, first: 0, wrong: 0 }

export const addTallies = (a: Tally, b: Tally): Tally => ({
  tried: a.tried + b.tried,
  detected: a.detected + b.detected,
  located: a.located + b.located,
  among: a.among + b.among,
  first: a.first + b.first,
  wrong: a.wrong + b.wrong,
})

export const sumTallies = (tallies: readonly Tally[]): Tally => tallies.reduce(addTallies, emptyTally)

/** New numbers of some cells; null leaves a cell blank. */
export type Spoil = ReadonlyMap<string, number | null>

/** Spoils tables in one way and says what the audit made of it. */
export function tally(tables: Tables, spoil: Spoil): Tally {
  const before = new Map(tables.cells.map((cell) => [cell.key, cell.value]))
  const spoilt = withNumbers(tables, spoil)
  const one = { ...emptyTally, tried: 1 }
  if (failedOf(spoilt).length === 0) return one
  const sets = toSets(spoilt)
  const isRight = (set: readonly Proposal[]) =>
    set.every((proposal) => proposal.proposedValue === before.get(proposal.key)) &&
    [...spoil.keys()].every((key) => set.some((proposal) => proposal.key === key))
  const isFound = sets.some(isRight)
  const likeliest = sets.filter(([proposal]) => proposal?.setRank === 1)
  return {
    ...one,
    detected: 1,
    located: sets.length === 1 && isFound ? 1 : 0,
    among: sets.length > 1 && isFound ? 1 : 0,
    first: sets.length > 1 && likeliest.length === 1 && likeliest.some(isRight) ? 1 : 0,
    wrong: sets.length === 1 && !isFound ? 1 : 0,
  }
}

function toSets({ forms, cells }: Tables): readonly (readonly Proposal[])[] {
  const source = { lines: [], cells, doubts: noDoubts }
  const proposals = toFilledForms(forms, cells).flatMap((filled) => propose(filled, none, source, 0).proposals)
  return [...Map.groupBy(proposals, (proposal) => `${proposal.editsRestored.join()} ${proposal.setNo}`).values()]
}

const isNumber = (cell: Cell): cell is Cell & { value: number } => cell.value !== null

/** Every cell of a table changed alone. */
export function spoilCells(
  { cells }: Tables,
  formId: Cell['formId'],
  change: (value: number) => number,
): readonly Spoil[] {
  return cells
    .filter((cell) => cell.formId === formId)
    .filter(isNumber)
    .map((cell) => [cell, change(cell.value)] as const)
    .filter(([cell, value]) => value >= 0 && value !== cell.value)
    .map(([cell, value]) => new Map([[cell.key, value]]))
}

/** The number with two neighbouring digits exchanged: the last two that differ. */
export function swapDigits(value: number): number {
  const digits = [...String(value)]
  for (let i = digits.length - 1; i > 0; i--) {
    const [a, b] = [digits[i - 1], digits[i]]
    if (a === undefined || b === undefined || a === b || (i === 1 && b === '0')) continue
    return Number([...digits.slice(0, i - 1), b, a, ...digits.slice(i + 1)].join(''))
  }
  return value
}

type Row = readonly (Cell & { value: number })[]

/** Rows of 表三 that print something other than 0. */
function toRows({ cells }: Tables): readonly Row[] {
  const rows = Map.groupBy(cells.filter((cell) => cell.formId === 'requests').filter(isNumber), (cell) => cell.rowId)
  return [...rows.values()].filter((row) => row.some((cell) => cell.value !== 0))
}

/** Every row with its values one column to the left and `last` at the end. */
export const spoilShifted = (tables: Tables, last: number | null): readonly Spoil[] =>
  toRows(tables)
    .map((row) => new Map(row.map((cell, i) => [cell.key, i + 1 < row.length ? (row[i + 1]?.value ?? 0) : last])))
    .map((spoil, i) => withoutUnchanged(spoil, toRows(tables)[i] ?? []))

const withoutUnchanged = (spoil: Spoil, row: Row): Spoil =>
  new Map([...spoil].filter(([key, value]) => row.find((cell) => cell.key === key)?.value !== value))

/** Every row with nothing but 0. */
export const spoilZeroed = (tables: Tables): readonly Spoil[] =>
  toRows(tables).map((row) => withoutUnchanged(new Map(row.map((cell) => [cell.key, 0])), row))

/** Every two rows with their values exchanged. */
export function spoilSwapped(tables: Tables): readonly Spoil[] {
  const rows = toRows(tables)
  return rows.flatMap((row, i) =>
    rows.slice(i + 1).flatMap((other) => {
      const values = new Map(row.map((cell, k) => [cell.key, other[k]?.value ?? 0]))
      const others = new Map(other.map((cell, k) => [cell.key, row[k]?.value ?? 0]))
      const spoil = withoutUnchanged(new Map([...values, ...others]), [...row, ...other])
      return spoil.size > 0 ? [spoil] : []
    }),
  )
}

/** Two cells of a table changed by 1 to 99, up or down. */
export function spoilTwo({ cells }: Tables, count: number, seed: number): readonly Spoil[] {
  const random = toRandom(seed)
  const own = cells.filter((cell) => cell.formId === 'requests').filter(isNumber)
  return Array.from({ length: count }, () => {
    const first = random.int(own.length)
    const second = (first + 1 + random.int(own.length - 1)) % own.length
    return new Map([own[first], own[second]].flatMap((cell) => (cell ? [[cell.key, changed(cell.value, random)]] : [])))
  })
}

function changed(value: number, random: Random): number {
  const by = 1 + random.int(99)
  return value >= by && random.chance(0.5) ? value - by : value + by
}

/** Every cell left blank. */
export const spoilBlank = ({ cells }: Tables): readonly Spoil[] => cells.map((cell) => new Map([[cell.key, null]]))
