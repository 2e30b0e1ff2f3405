import {
  type Cell,
  checks,
  type Finding,
  type FormColumn,
  type Label,
  type Level,
  levels,
  toFormCells,
} from '@gongkai/schema'
import type { FilledForm } from './filled-form.ts'
import { type Outcome, toFinding } from './finding.ts'
import { toNumbers } from './values.ts'
import { cellsOf, type FormCells, join, nameOfCell, nameOfRow } from './words.ts'

const countChecks = { disclosure: 'T2.COUNT', requests: 'T3.COUNT', proceedings: 'T4.COUNT' } as const

/** Checks on single numbers: their kind, who may make government rules, and what was disclosed against the total. */
export function checkCells(filled: readonly FilledForm[], level: Level | null): readonly Finding[] {
  return filled.flatMap((one) => {
    const { form } = one
    const id = countChecks[form.id]
    const counted = toFinding(id, checks[id], countNumbers(one))
    if (form.id !== 'disclosure') return [counted]
    const scope = toFinding('T2.SCOPE', checks['T2.SCOPE'], judgeScope(one, level))
    return [counted, scope, ...(form.edition === '2019' ? checkPublished(one) : [])]
  })
}

function countNumbers({ form, cells, numbers }: FilledForm): Outcome {
  const count = cells.filter((cell) => cell.state === 'value').length
  if (count === 0) return { reason: 'cells_absent' }
  const formCells = toFormCells(form)
  const wrong = cells.filter((_, i) => !isOfItsKind(numbers[i] ?? null, formCells[i]?.column.measure))
  return {
    isHeld: wrong.length === 0,
    texts: { count, cells: listCells(wrong, cellsOf(form)) },
    cells: wrong.map((cell) => cell.key),
  }
}

function isOfItsKind(value: number | null, measure: FormColumn['measure'] | undefined): boolean {
  if (value === null) return true
  if (measure === 'signed') return Number.isInteger(value)
  return value >= 0 && (measure === 'amount' || Number.isInteger(value))
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

function checkPublished({ form, cells: formCells }: FilledForm): readonly Finding[] {
  const numberAt = toNumbers(formCells)
  return (form.blocks[0]?.rows ?? []).map((row) => {
    const cells = [`disclosure.${row.id}.disclosed`, `disclosure.${row.id}.public_total`] as const
    const [left, right] = [numberAt(cells[0]), numberAt(cells[1])]
    const outcome: Outcome =
      left === null || right === null
        ? { reason: 'cells_absent', cells }
        : { isHeld: left <= right, texts: { row: nameOfRow(row), left, right }, left, right, cells }
    return toFinding(`T2.2019.PUBLISHED.${row.id}`, checks['T2.2019.PUBLISHED'], outcome)
  })
}
