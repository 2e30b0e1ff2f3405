import { type Form, perForm, toBalanceEdits, toColumnIds, toFormCells, toRowWidth } from '@gongkai/schema'
import type { IssueNote } from '../../types.ts'
import { leadingEditions, toEdition } from '../edition.ts'
import { isDigits, splitDigits } from '../joined-digits.ts'
import { type CellReading, cellId, type FormReading, toCellReading, toQuoted, toRagged } from '../reading.ts'
import { type Printed, type PrintedRow, printedIds } from '../rows/printed-row.ts'
import { isValueLike } from '../value.ts'
import { type Picked, pickValues, type Size } from './pick-values.ts'

/** What 表四 is read by: its groups stand side by side, each with all outcomes. */
interface Shape {
  /** Ids of all cells as they are printed, in one row. */
  readonly cells: readonly string[]
  readonly groups: readonly string[]
  readonly outcomes: readonly string[]
  /** Sum edits of the groups; without them joined digits cannot be cut. */
  readonly sumEdits: readonly string[]
}

const toShape = perForm(
  (form): Shape => ({
    cells: toFormCells(form).map(cellId),
    groups: form.blocks.flatMap((block) => block.rows.map((row) => row.id)),
    outcomes: toColumnIds(form),
    sumEdits: toBalanceEdits(form).map((edit) => edit.id),
  }),
)

interface State {
  readonly shape: Shape
  readonly cells: Map<string, CellReading>
  readonly issues: IssueNote[]
  readonly lines: Set<number>
  /** Sum edits that joined digits were cut by. */
  readonly usedEdits: Set<string>
}

/** Reads 表四: all its numbers in one row, or one row per group, or one row per outcome. */
export function readProceedings(rows: readonly PrintedRow[], editions: readonly Form[]): FormReading {
  const leading = leadingEditions(editions, printedIds(rows, ['groups', 'outcomes']))
  const [form] = leading
  if (!form) throw new RangeError('Cannot read 表四: no edition of it is declared')
  const shape = toShape(form)
  const state: State = { shape, cells: new Map(), issues: [], lines: new Set(), usedEdits: new Set() }
  const from = findHead(rows)
  if (from >= 0) {
    const zone = rows.slice(from)
    const wide = findWide(zone, { width: toRowWidth(form), perGroup: shape.outcomes.length })
    if (wide?.isBySums) for (const edit of shape.sumEdits) state.usedEdits.add(edit)
    if (wide) readWide(wide.row, zone, state)
    else if (isWholeNarrow(zone, shape)) readNarrow(zone, state)
    else state.issues.push(raggedNote(zone, shape))
  }
  const isFound = state.cells.size > 0 || state.issues.length > 0
  return {
    formId: 'proceedings',
    edition: isFound ? toEdition(leading) : null,
    cells: state.cells,
    issues: state.issues,
    usedEdits: state.usedEdits,
    labels: new Map(),
    lines: state.lines,
  }
}

/** The values of a table of which not all can be told apart. */
function raggedNote(zone: readonly PrintedRow[], shape: Shape): IssueNote {
  const [first, ...rest] = zone.flatMap((row) => row.values)
  const detail = first ? { line: first.line, detail: toRagged([first, ...rest], shape.cells.length) } : {}
  return { code: 'row_ragged', severity: 'error', key: 'proceedings', ...detail }
}

/** The row that prints all cells. */
function findWide(zone: readonly PrintedRow[], size: Size): Picked | undefined {
  for (const row of zone) {
    const whole = pickValues(row, zone, size)
    if (isValues(whole.row, size.width)) return whole
  }
  return undefined
}

/** First row with the heads of the form: a group and an outcome within a few rows. */
function findHead(rows: readonly PrintedRow[]): number {
  const hasGroup = (row: PrintedRow) => row.labels.some(({ names }) => names.groups)
  const outcome = rows.findIndex((row) =>
    row.labels.some(({ text }) => text.length < 12 && /维\s*持|纠\s*正|尚\s*未\s*审\s*结/.test(text)),
  )
  if (outcome < 0) return rows.findIndex(hasGroup)
  const group = rows.slice(Math.max(0, outcome - 3), outcome + 1).findIndex(hasGroup)
  return group < 0 ? outcome : Math.max(0, outcome - 3) + group
}

function isValues(row: PrintedRow, count: number): boolean {
  const filled = row.values.filter((value) => value.text !== '').length
  const isJoined =
    row.values.length === 1 && isDigits(row.values[0]?.text ?? '') && (row.values[0]?.text.length ?? 0) >= count
  return isJoined || (row.values.length === count && (filled > 0 || row.labels.length === 0 || row.reader === 'run'))
}

function readWide(row: PrintedRow, zone: readonly PrintedRow[], state: State): void {
  const [only] = row.values
  const ids = findOrder(row, zone, state.shape) ?? state.shape.cells
  if (only && row.values.length === 1) readJoined(only, row, state)
  else putAll(ids, row.values, row, state)
}

/** Order of the groups as the heads above print them, when all are there. */
function findOrder(row: PrintedRow, zone: readonly PrintedRow[], shape: Shape): readonly string[] | undefined {
  const heads = zone.filter((one) => one.line < row.line).flatMap((one) => one.labels)
  const groups = heads
    .flatMap((label) => {
      const id = label.names.groups?.id
      return id ? [{ id, column: label.column }] : []
    })
    .filter((group, i, all) => all.findIndex((other) => other.id === group.id) === i)
  if (row.reader !== 'grid' || groups.length !== shape.groups.length) return undefined
  const ordered = [...groups].sort((a, b) => a.column - b.column).map((group) => group.id)
  return ordered.flatMap((group) => shape.outcomes.map((outcome) => `${group}|${outcome}`))
}

function putAll(ids: readonly string[], values: readonly Printed[], row: PrintedRow, state: State): void {
  values.forEach((value, i) => {
    put(ids[i] ?? '', value, row, state)
  })
}

function put(id: string, value: Printed, row: PrintedRow, state: State): void {
  if (state.cells.has(id)) return
  state.cells.set(id, toCellReading(value, row))
  state.lines.add(value.line)
}

/** All numbers joined: the outcomes of each group add up, so the sums of the groups cut them. */
function readJoined(only: Printed, row: PrintedRow, state: State): void {
  const { cells, outcomes, sumEdits } = state.shape
  const digits = only.text.trim()
  const ways: (readonly string[])[] = []
  const cut = (from: number, made: readonly string[]): void => {
    if (made.length === cells.length) {
      if (from === digits.length) ways.push(made)
      return
    }
    for (let end = from + outcomes.length; end <= digits.length && ways.length < 3; end++) {
      for (const part of splitDigits(digits.slice(from, end), outcomes.length)) cut(end, [...made, ...part])
    }
  }
  cut(0, [])
  const [way] = ways
  if (ways.length === 1 && way) {
    const values = way.map((text) => ({ ...only, text }))
    putAll(cells, values, row, state)
    for (const edit of sumEdits) state.usedEdits.add(edit)
    state.issues.push({
      code: 'digits_joined',
      severity: 'info',
      key: 'proceedings',
      line: row.line,
      detail: toQuoted(row),
    })
  } else {
    const detail = toQuoted(row)
    state.issues.push({ code: 'digits_ambiguous', severity: 'error', key: 'proceedings', line: row.line, detail })
  }
}

/** In a run only as many values as there are cells can be told apart; fewer may have lost the empty ones. */
function isWholeNarrow(zone: readonly PrintedRow[], { cells }: Shape): boolean {
  const values = zone.flatMap((row) => row.values)
  return zone.some((row) => row.reader === 'grid' && row.values.length > 0) || values.length === cells.length
}

/** One row of values a group and no label: the one row of the form broken over several lines. */
function readBroken(zone: readonly PrintedRow[], state: State): boolean {
  const { cells, groups, outcomes } = state.shape
  const rows = zone.filter(
    ({ values }) => values.some(({ text }) => text !== '') && values.every(({ text }) => isValueLike(text)),
  )
  const isBroken = rows.length === groups.length && rows.every((row) => row.values.length === outcomes.length)
  if (!isBroken || rows.some((row) => row.reader === 'grid' && row.labels.length > 0)) return false
  rows.forEach((row, i) => {
    putAll(cells.slice(i * outcomes.length, (i + 1) * outcomes.length), row.values, row, state)
  })
  return true
}

/** One row per group with its outcomes, one row per outcome with all groups, or one value per row. */
function readNarrow(zone: readonly PrintedRow[], state: State): void {
  if (readBroken(zone, state)) return
  const { shape } = state
  let groups: readonly string[] = []
  /** Groups whose heads are printed, and no values of them yet. */
  let open: readonly string[] = []
  let outcome: string | undefined
  for (const row of zone) {
    const own = row.labels.flatMap(({ names }) => names.groups?.id ?? [])
    if (own.length > 0) groups = own
    open = [...open, ...own]
    outcome = row.labels.findLast(({ names }) => names.outcomes)?.names.outcomes?.id
    const values = row.values
    const group = groups.at(-1)
    // Under the heads of several groups a row of one group lost the empty cells of the others.
    const isOne = own.length === 1 || new Set(open).size === 1
    if (values.length > 0) open = []
    if (values.length === shape.outcomes.length && group && isOne)
      putAll(
        shape.outcomes.map((one) => `${group}|${one}`),
        values,
        row,
        state,
      )
    else if (values.length === 2 * shape.outcomes.length && groups.length >= 2) {
      const two = groups.slice(-2).flatMap((id) => shape.outcomes.map((one) => `${id}|${one}`))
      putAll(two, values, row, state)
    } else if (values.length === shape.groups.length && outcome) {
      const own = shape.groups.map((one) => `${one}|${outcome ?? ''}`)
      putAll(own, values, row, state)
    } else if (values.length === 1 && values[0] && group && outcome) put(`${group}|${outcome}`, values[0], row, state)
  }
}
