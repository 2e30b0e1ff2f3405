import {
  type BoundRule,
  type Cell,
  type Check,
  checks,
  type Finding,
  type FormRow,
  type Label,
  type Level,
  levels,
} from '@gongkai/schema'
import { join } from '../text/fill-text.ts'
import { cellsOf, type FormCells, nameOfCell, nameOfRow } from './cell-names.ts'
import type { FilledForm } from './filled-form.ts'
import { type Outcome, toFinding } from './finding.ts'

const countChecks = { disclosure: 'T2.COUNT', requests: 'T3.COUNT', proceedings: 'T4.COUNT' } as const

/** Checks on single numbers: their kind, who may make government rules, and what was disclosed against the total. */
export function checkCells(filled: readonly FilledForm[], level: Level | null): readonly Finding[] {
  return filled.flatMap((one) => {
    const { form } = one
    const id = countChecks[form.id]
    const counted = toFinding(id, checks[id], countNumbers(one))
    if (form.id !== 'disclosure') return [counted]
    const scope = toFinding('T2.SCOPE', checks['T2.SCOPE'], judgeScope(one, level))
    return [counted, scope, ...(form.bounds ?? []).flatMap((bound) => checkBound(bound, one))]
  })
}

function countNumbers({ form, cells }: FilledForm): Outcome {
  const formCells = cellsOf(form)
  const counted = cells.filter((cell) => cell.state === 'value')
  if (counted.length === 0) return { reason: 'cells_absent' }
  const wrong = counted.filter((cell) => !isOfItsKind(cell, formCells))
  return {
    isHeld: wrong.length === 0,
    texts: { count: counted.length, cells: listCells(wrong, formCells) },
    cells: wrong.map((cell) => cell.key),
  }
}

/** A whole number of at least 0 is of every kind. */
function isOfItsKind({ key, value }: Cell, formCells: FormCells): boolean {
  if (value === null || (value >= 0 && Number.isInteger(value))) return true
  const measure = formCells.get(key)?.column.measure
  return measure === 'signed' ? Number.isInteger(value) : measure === 'amount' && value >= 0
}

const mostNamed = 5

/** Cells with their numbers, the first five by name. */
function listCells(cells: readonly Cell[], formCells: FormCells): Label {
  const named = cells.slice(0, mostNamed).flatMap((cell) => {
    const found = formCells.get(cell.key)
    if (!found) return []
    const name = nameOfCell(found)
    return [{ zh: `${name.zh} ${cell.value}`, en: `${name.en} ${cell.value}` }]
  })
  const words = join(named, '，', '; ')
  const more = cells.length - named.length
  return more === 0 ? words : { zh: `${words.zh}，另有 ${more} 处`, en: `${words.en}; ${more} more` }
}

/** Levels at which a body, or its government, may make government rules (《立法法》第九十一条、第九十三条). */
const ruleMakers: ReadonlySet<Level> = new Set<Level>(['national', 'province', 'prefecture'])

function judgeScope({ form, cells }: FilledForm, level: Level | null): Outcome {
  const rules = cells.filter((cell) => cell.rowId === 'rules' && cell.state === 'value')
  if (rules.length === 0) return { reason: 'cells_absent' }
  const some = rules.filter((cell) => cell.value !== null && cell.value > 0)
  if (some.length > 0 && level === null) return { reason: 'level_unknown' }
  return {
    isHeld: some.length === 0 || (level !== null && ruleMakers.has(level)),
    texts: { level: level === null ? '' : levels[level], cells: listCells(some, cellsOf(form)) },
    cells: some.map((cell) => cell.key),
  }
}

/** What one column says against another, in every row that has both. */
function checkBound({ check, less, more }: BoundRule, { form, cells }: FilledForm): readonly Finding[] {
  const rule = (checks as Readonly<Record<string, Check>>)[check]
  if (!rule) throw new RangeError(`Cannot check "${form.id}" of ${form.edition}: no check is called "${check}"`)
  const at = (row: FormRow, column: string) => cells.find((cell) => cell.rowId === row.id && cell.columnId === column)
  return form.blocks.flatMap(({ rows }) =>
    rows.flatMap((row): readonly Finding[] => {
      const [low, high] = [at(row, less), at(row, more)]
      if (!low || !high) return []
      const keys = [low.key, high.key]
      const [left, right] = [numberOf(low), numberOf(high)]
      const outcome: Outcome =
        left === null || right === null
          ? { reason: 'cells_absent', cells: keys }
          : { isHeld: left <= right, texts: { row: nameOfRow(row), left, right }, left, right, cells: keys }
      return [toFinding(`${check}.${row.id}`, rule, outcome)]
    }),
  )
}

const numberOf = (cell: Cell): number | null => (cell.state === 'value' ? cell.value : null)
