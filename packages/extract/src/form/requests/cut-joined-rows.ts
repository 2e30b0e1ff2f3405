import { type BalanceRule, type Form, toColumnIds } from '@gongkai/schema'
import type { IssueNote } from '../../types.ts'
import { splitDigits, splitFreely } from '../joined-digits.ts'
import { type CellReading, toCellReading, toQuoted } from '../reading.ts'
import type { Printed } from '../rows/printed-row.ts'
import type { RowReading } from './match-rows.ts'
import type { Places } from './pick-values.ts'
import type { Shape } from './shape.ts'

/** What is gathered while the rows of 表三 are read. */
export interface Sink {
  readonly cells: Map<string, CellReading>
  readonly issues: IssueNote[]
  readonly usedEdits: Set<string>
  /** Rows whose digits run together. */
  readonly joined: { readonly reading: RowReading; readonly only: Printed }[]
  /** Most rows print one value: the totals alone. */
  readonly isSingle: boolean
  /** Rows of several values, but not all, end in their totals. */
  readonly isTotalLast: boolean
  readonly places: Places
  readonly shape: Shape
}

/** Cuts the rows whose digits run together: each by its own sum, then all together by the sums of the columns. */
export function readJoined(form: Form, sink: Sink): void {
  if (sink.joined.length === 0) return
  const rowSum = toRowSum(form)
  const rows = sink.joined.map(({ reading, only }) => ({ id: reading.id, digits: only.text, reading, only }))
  const cut = rows.map((row) => ({ ...row, ways: toWays(row.digits, sink.shape) }))
  const sure = cut.filter((row) => row.ways.length === 1)
  const known = new Map([
    ...numbersOf(sink.cells, sink.shape),
    ...sure.map((row) => [row.id, row.ways[0]?.map(Number) ?? []] as const),
  ])
  const settled = settleRows(
    form,
    known,
    cut.filter((row) => row.ways.length !== 1),
  )
  for (const row of cut) {
    const own = row.ways.length === 1 ? row.ways[0] : undefined
    const found = own ? { parts: own, edits: rowSum(row.id) } : settled.get(row.id)
    if (found) putCut(row.reading, row.only, found, sink)
    else noteAmbiguous(row.reading, row.digits, row.ways, sink)
  }
}

/** Cuts under which the row adds up; if there is none, the only cut there is at all. */
function toWays(digits: string, { width, rowSum }: Shape): readonly (readonly string[])[] {
  const ways = rowSum === null ? [] : splitDigits(digits, width)
  const free = ways.length === 0 ? splitFreely(digits, width) : []
  return free.length === 1 ? free : ways
}

/** Rows read in full, as numbers; an empty cell adds nothing. */
function numbersOf(cells: Sink['cells'], { rows, columns }: Shape): readonly (readonly [string, readonly number[]])[] {
  return rows.flatMap(({ id }) => {
    const values = columns.map((column) => cells.get(`${id}|${column}`)?.parsed)
    const isWhole = values.every((value) => value && value.state !== 'text')
    return isWhole ? [[id, values.map((value) => value?.value ?? 0)] as const] : []
  })
}

function putCut({ id, row }: RowReading, only: Printed, { parts, edits }: SettledRow, sink: Sink): void {
  parts.forEach((text, i) => {
    sink.cells.set(`${id}|${sink.shape.columns[i] ?? ''}`, toCellReading({ ...only, text }, row))
  })
  for (const edit of edits) sink.usedEdits.add(edit)
  sink.issues.push({
    code: 'digits_joined',
    severity: 'info',
    key: `requests.${id}`,
    line: row.line,
    detail: toQuoted(row),
  })
}

const mostShown = 3

function noteAmbiguous(
  { id, row }: RowReading,
  digits: string,
  ways: readonly (readonly string[])[],
  sink: Sink,
): void {
  const shown = ways.slice(0, mostShown).map((way) => way.join('/'))
  const more = ways.length > mostShown ? [`…`] : []
  const list = [...shown, ...more]
  const detail =
    ways.length === 0
      ? { zh: `“${digits}”无法按合计关系拆分`, en: `"${digits}" cannot be cut so that the sum holds` }
      : {
          zh: `“${digits}”有 ${ways.length} 种拆分：${list.join('，')}`,
          en: `"${digits}" can be cut in ${ways.length} ways: ${list.join(', ')}`,
        }
  sink.issues.push({ code: 'digits_ambiguous', severity: 'error', key: `requests.${id}`, line: row.line, detail })
}

/** A row printed as one run of digits, with every way to cut it that its own sum allows. */
export interface JoinedRow {
  readonly id: string
  readonly digits: string
  readonly ways: readonly (readonly string[])[]
}

/** The one cut of a row that the sums of its columns allow, and the check ids of the edits that decided it. */
export interface SettledRow {
  readonly parts: readonly string[]
  readonly edits: readonly string[]
}

type Vector = readonly number[]

/** Most sums formed of one half of the open rows; beyond it the rows stay ambiguous. */
const mostSums = 20_000
/** Solutions compared with each other; rows on which all agree are settled. */
const mostSolutions = 64

/** Everything the rows are solved with. */
interface Board {
  readonly form: Form
  readonly rules: readonly BalanceRule[]
  /** Rows that are sure, one number per column. */
  readonly numbers: Map<string, Vector>
  readonly settled: Map<string, SettledRow>
}

/**
 * Settles rows of joined digits by the sums of the columns, all rows together. One column may fail to add up, as
 * where the agency made an error.
 *
 * @param known rows that were read, one number per column of the form
 * @returns rows whose cut is the same in every solution; a row that is not settled is left out
 */
export function settleRows(
  form: Form,
  known: ReadonlyMap<string, Vector>,
  joined: readonly JoinedRow[],
): ReadonlyMap<string, SettledRow> {
  const rules = form.balances.filter((rule) => rule.over === 'columns')
  const board: Board = { form, rules, numbers: new Map(known), settled: new Map() }
  for (let before = -1; before < board.settled.size; ) {
    before = board.settled.size
    for (const group of [rules, ...rules.map((rule) => [rule])]) solve(board, group, joined)
    for (const rule of rules) solveWithUncut(board, rule, joined)
  }
  return board.settled
}

const sidesOf = (rule: BalanceRule): ReadonlyMap<string, 1 | -1> =>
  new Map([...rule.left.map((id) => [id, 1] as const), ...rule.right.map((id) => [id, -1] as const)])

/** Check ids of the edits that a row adds up by. */
function toRowSum({ balances }: Form): (row: string) => readonly string[] {
  const rules = balances.filter(({ over }) => over === 'rows')
  return (row) => rules.map(({ id }) => `${id}.${row}`)
}

/** Finds the cuts under which the rules hold: in all columns, else in all but one. */
function solve(board: Board, group: readonly BalanceRule[], joined: readonly JoinedRow[]): void {
  const open = joined.filter((row) => !board.settled.has(row.id) && row.ways.length > 0)
  const isOpen = new Set(open.map((row) => row.id))
  const rules = group.filter((rule) =>
    [...rule.left, ...rule.right].every((id) => board.numbers.has(id) || isOpen.has(id)),
  )
  const sides = rules.map(sidesOf)
  const rows = open.filter((row) => sides.some((side) => side.has(row.id)))
  if (rows.length === 0) return
  const whole = solutionsOf(board, sides, rows, -1)
  const solutions =
    whole.length > 0 ? whole : toColumnIds(board.form).flatMap((_, column) => solutionsOf(board, sides, rows, column))
  settleAgreed(board, rules, rows, solutions)
}

type Side = ReadonlyMap<string, 1 | -1>

/** Picks of ways that add up to nothing in every column but the one left out: half of the rows against the other. */
function solutionsOf(
  board: Board,
  sides: readonly Side[],
  rows: readonly JoinedRow[],
  leftOut: number,
): readonly Picks[] {
  const spread = (id: string, values: Vector): Vector =>
    sides.flatMap((side) => values.map((value, i) => (i === leftOut ? 0 : value * (side.get(id) ?? 0))))
  const nothing = zeros(toColumnIds(board.form).length * sides.length)
  const start = [...board.numbers].map(([id, values]) => spread(id, values)).reduce(add, nothing)
  const options = rows.map((row) => row.ways.map((way) => spread(row.id, way.map(Number))))
  const half = Math.ceil(rows.length / 2)
  const left = sumsOf(start, options.slice(0, half))
  const right = sumsOf(nothing, options.slice(half))
  return left && right ? match(left, right) : []
}

const zeros = (length: number): Vector => Array.from({ length }, () => 0)
const add = (a: Vector, b: Vector): Vector => a.map((value, i) => value + (b[i] ?? 0))

/** Which way of each row. */
type Picks = readonly number[]

interface Choice {
  readonly picks: Picks
  readonly sum: Vector
}

function sumsOf(start: Vector, options: readonly (readonly Vector[])[]): readonly Choice[] | undefined {
  const count = options.reduce((product, ways) => product * ways.length, 1)
  if (count > mostSums) return undefined
  return options.reduce<readonly Choice[]>(
    (made, ways) =>
      made.flatMap(({ picks, sum }) => ways.map((way, i) => ({ picks: [...picks, i], sum: add(sum, way) }))),
    [{ picks: [], sum: start }],
  )
}

/** Pairs of choices that add up to zero in every column. */
function match(left: readonly Choice[], right: readonly Choice[]): readonly Picks[] {
  const bySum = Map.groupBy(left, (choice) => choice.sum.join())
  const pairs: Picks[] = []
  for (const { picks, sum } of right) {
    for (const other of bySum.get(sum.map((value) => 0 - value).join()) ?? []) pairs.push([...other.picks, ...picks])
    if (pairs.length > mostSolutions) return []
  }
  return pairs
}

/** Settles the rows that every solution cuts alike. */
function settleAgreed(
  board: Board,
  rules: readonly BalanceRule[],
  rows: readonly JoinedRow[],
  solutions: readonly Picks[],
): void {
  const columns = toColumnIds(board.form)
  rows.forEach((row, i) => {
    const [pick, ...others] = new Set(solutions.map((picks) => picks[i]))
    const parts = pick === undefined ? undefined : row.ways[pick]
    if (!parts || others.length > 0) return
    const differing = columns.filter((_, c) => row.ways.some((way) => way[c] !== parts[c]))
    const own = rules.filter((rule) => sidesOf(rule).has(row.id))
    const edits = own.flatMap((rule) => differing.map((column) => `${rule.id}.${column}`))
    settle(board, row.id, { parts, edits: [...toRowSum(board.form)(row.id), ...edits] })
  })
}

function settle({ settled, numbers }: Board, id: string, row: SettledRow): void {
  settled.set(id, row)
  numbers.set(id, row.parts.map(Number))
}

/** The one row of a rule that its own sum cannot cut is what the others leave, if its digits say the same. */
function solveWithUncut(board: Board, rule: BalanceRule, joined: readonly JoinedRow[]): void {
  const sides = sidesOf(rule)
  const open = joined.filter((row) => sides.has(row.id) && !board.settled.has(row.id))
  const [uncut, ...more] = open.filter((row) => row.ways.length === 0)
  const known = new Set([...board.numbers.keys(), ...open.map((row) => row.id)])
  if (!uncut || more.length > 0 || ![...sides.keys()].every((id) => known.has(id))) return
  const rows = open.filter((row) => row !== uncut)
  const spread = (id: string, values: Vector) => values.map((value) => value * (sides.get(id) ?? 0))
  const columns = toColumnIds(board.form)
  const start = [...board.numbers].map(([id, values]) => spread(id, values)).reduce(add, zeros(columns.length))
  const choices = sumsOf(
    start,
    rows.map((row) => row.ways.map((way) => spread(row.id, way.map(Number)))),
  )
  const sign = -(sides.get(uncut.id) ?? 1)
  const fits = (choices ?? []).flatMap(({ picks, sum }) =>
    fitDigits(
      uncut.digits.trim(),
      sum.map((value) => value * sign + 0),
    ).map((parts) => ({ picks, parts })),
  )
  const [fit] = fits
  if (!fit || new Set(fits.map(({ parts }) => parts.join())).size > 1) return
  settleAgreed(
    board,
    [rule],
    rows,
    fits.map(({ picks }) => picks),
  )
  settle(board, uncut.id, { parts: fit.parts, edits: columns.map((column) => `${rule.id}.${column}`) })
}

/** Cuts of the digits in which every column, or every column but one, is the number expected. */
function fitDigits(digits: string, expected: Vector): readonly (readonly string[])[] {
  const parts = expected.map(String)
  if (parts.join('') === digits) return [parts]
  return parts.flatMap((_, i) => {
    const before = parts.slice(0, i).join('')
    const after = parts.slice(i + 1).join('')
    const middle = digits.slice(before.length, digits.length - after.length)
    const isCount = /^(?:0|[1-9]\d{0,7})$/.test(middle)
    return isCount && before + middle + after === digits ? [parts.with(i, middle)] : []
  })
}
